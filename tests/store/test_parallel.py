import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Thread

import pytest

from generator.errors import MachineError
from generator.store.parallel import AHEAD, CHUNK, in_parallel
from generator.store.processors import default_jobs

ROOT = Path(__file__).parents[2]


def scaled(factor: int, number: int) -> int:
    return factor * number


def own_process(_: None, __: int) -> int:
    return os.getpid()


def odd_one_out(_: None, number: int) -> int:
    if number == 70:
        message = "seventy"
        raise ArithmeticError(message)
    return number


def killed(_: None, number: int) -> int:
    if number == 40:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


@pytest.mark.parametrize("jobs", [1, 2, 5])
@pytest.mark.parametrize("count", [0, 1, CHUNK, CHUNK + 1, 10 * CHUNK + 3])
def test_results_come_in_the_order_of_the_items(jobs: int, count: int) -> None:
    results = list(in_parallel(scaled, iter(range(count)), jobs, shared=3))
    assert results == [3 * number for number in range(count)]


def test_few_items_and_one_job_stay_in_this_process() -> None:
    few = set(in_parallel(own_process, range(CHUNK), 4, shared=None))
    one = set(in_parallel(own_process, range(100), 1, shared=None))
    many = set(in_parallel(own_process, range(100), 2, shared=None))
    assert few == one == {os.getpid()}
    assert os.getpid() not in many


def test_without_a_number_all_our_processors_are_used() -> None:
    assert default_jobs() >= 1
    assert list(in_parallel(scaled, range(40), None, shared=1)) == list(range(40))


def test_a_process_with_threads_is_not_forked() -> None:
    results: list[int] = []
    thread = Thread(
        target=lambda: results.extend(in_parallel(scaled, range(40), 2, shared=2)),
    )
    thread.start()
    thread.join()
    assert results == [2 * number for number in range(40)]


def test_items_are_drawn_only_as_results_are_taken() -> None:
    drawn = 0

    def items() -> Iterator[int]:
        nonlocal drawn
        for number in range(100_000):
            drawn += 1
            yield number

    results = in_parallel(scaled, items(), 2, shared=1)
    assert [next(results) for _ in range(10)] == list(range(10))
    assert drawn <= CHUNK * (2 * AHEAD + 2)
    results.close()


def test_an_exception_arrives_with_the_place_it_was_raised_at() -> None:
    results = in_parallel(odd_one_out, range(1000), 2, shared=None)
    with pytest.raises(ArithmeticError, match="seventy") as caught:
        list(results)
    assert "odd_one_out" in str(caught.value.__cause__)


def test_a_killed_worker_ends_in_one_line() -> None:
    with pytest.raises(MachineError, match="a worker process was killed") as caught:
        list(in_parallel(killed, range(1000), 2, shared=None))
    assert caught.value.exit_code == 3


def script(body: str) -> subprocess.Popen[str]:
    """A Python process of its own session, to be interrupted or killed."""
    return subprocess.Popen(
        [sys.executable, "-c", body],
        cwd=ROOT,
        text=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
        # A killed process would leave half a file of what it covered.
        env={name: value for name, value in os.environ.items() if not name.startswith("COVERAGE")},
    )


FRESH = """
import os
from generator.store.parallel import CHUNK, LASTS, in_parallel
def work(shared, item):
    return item, os.getpid()
if __name__ == "__main__":
    last = LASTS * CHUNK
    found = list(in_parallel(work, range(last + 40), 2, shared=None))
    assert [item for item, _ in found] == list(range(last + 40))
    before, after = ({who for _, who in some} for some in (found[:last], found[last:]))
    print(os.getpid() in before | after, before & after)
"""


def test_processes_that_were_forked_start_afresh_every_so_often() -> None:
    """In a process with one thread, which this one may not be."""
    told, complaints = script(FRESH).communicate(timeout=60)
    assert (told, complaints) == ("False set()\n", "")


SLEEPY = """
import sys, time
from generator.store.parallel import in_parallel
def work(shared, item):
    time.sleep(0.05)
    return item
def items():
    for number in range(100_000):
        yield number
try:
    for result in in_parallel(work, items(), 3, shared=None):
        print(result, flush=True)
except KeyboardInterrupt:
    sys.exit(130)
"""


def session(leader: int) -> list[int]:
    """The living processes of a session."""
    members = []
    for about in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = about.read_text().rpartition(") ")[2].split()
        except OSError:  # it ended while we looked
            continue
        if fields[0] != "Z" and int(fields[3]) == leader:
            members.append(int(about.parent.name))
    return members


def test_ctrl_c_ends_quietly_and_leaves_no_process() -> None:
    process = script(SLEEPY)
    assert process.stdout is not None
    assert process.stdout.readline() == "0\n"
    os.killpg(process.pid, signal.SIGINT)
    _, complaints = process.communicate(timeout=10)
    assert (process.returncode, complaints) == (130, "")
    assert session(process.pid) == []


def test_workers_end_when_their_parent_is_killed() -> None:
    process = script(SLEEPY)
    assert process.stdout is not None
    process.stdout.readline()
    assert len(session(process.pid)) == 4
    process.kill()
    process.communicate(timeout=10)
    for _ in range(100):
        if not session(process.pid):
            break
        time.sleep(0.02)
    assert session(process.pid) == []


STARVED = """
import resource, sys
from generator.errors import MachineError
from generator.store.parallel import in_parallel
def work(shared, item):
    return item
resource.setrlimit(resource.RLIMIT_NOFILE, (int(sys.argv[1]), 1024))
try:
    assert list(in_parallel(work, range(100), 4, shared=None)) == list(range(100))
except MachineError as error:
    print(error)
resource.setrlimit(resource.RLIMIT_NOFILE, (1024, 1024))
"""


@pytest.mark.parametrize("descriptors", [6, 14, 18, 20])
def test_no_descriptors_left_to_start_workers_is_one_line(descriptors: int) -> None:
    """At 6 there is no pool, at 14 no worker; then some workers start, as the Python has it."""
    ended = subprocess.run(
        [sys.executable, "-c", STARVED, str(descriptors)],
        cwd=ROOT,
        text=True,
        capture_output=True,
        timeout=60,
        check=False,
    )
    message = "cannot start worker processes: Too many open files\n"
    assert (ended.returncode, ended.stderr) == (0, "")
    assert ended.stdout == message or (descriptors > 14 and not ended.stdout)
