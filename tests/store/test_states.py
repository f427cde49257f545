"""The file of a state on the disk."""

from pathlib import Path

import pytest

from generator.dump.privacy import Policy
from generator.errors import MachineError, RefusedError
from generator.state import State, to_json
from generator.store.states import read_state, refuse_state, write_state

EMPTY = State(None, ())


def test_it_is_written_at_once_and_read_again(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "state.json"
    write_state(path, b"old")
    write_state(path, to_json(EMPTY))
    assert read_state(path, Policy()) == (EMPTY, ())
    assert [one.name for one in path.parent.iterdir()] == ["state.json"]
    assert path.stat().st_mode & 0o777 == 0o644


def test_none_is_asked_for(tmp_path: Path) -> None:
    assert read_state(None, Policy()) == (None, ())
    refuse_state(None, tmp_path)


@pytest.mark.parametrize(("name", "said"), [("none.json", "no such file"), ("", "a folder")])
def test_a_missing_file_is_a_fault(tmp_path: Path, name: str, said: str) -> None:
    state, (fault,) = read_state(tmp_path / name, Policy())
    assert state is None
    assert said in fault.message


def test_a_state_in_the_site_or_over_a_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(RefusedError, match="must not lie in the output folder"):
        refuse_state(tmp_path / "out" / "state.json", tmp_path / "out")
    with pytest.raises(RefusedError, match="is a folder"):
        refuse_state(tmp_path, tmp_path / "out")
    refuse_state(tmp_path / "state.json", tmp_path / "out")


def test_what_cannot_be_written_leaves_nothing_behind(tmp_path: Path) -> None:
    (tmp_path / "state.json").mkdir()
    with pytest.raises(MachineError, match="cannot record"):
        write_state(tmp_path / "state.json", b"x")
    assert [one.name for one in tmp_path.iterdir()] == ["state.json"]
