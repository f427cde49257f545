"""The workflows are sound, and what ``publish.yml`` runs makes a site that may be published."""

import json
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import yaml

from tests.conftest import ROOT

STARTER = ROOT / "templates" / "starter" / "github" / "workflows" / "site.yml"
"""What ``sitegen new`` puts into a project of its own."""
WORKFLOWS = (*sorted((ROOT / ".github" / "workflows").glob("*.yml")), STARTER)
TOOLS = Path(sys.executable).parent
PINNED = re.compile(r"[a-z-]+/[a-z/-]+@[0-9a-f]{40}")
PUBLISH = ROOT / ".github" / "workflows" / "publish.yml"


def tool(name: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a tool that pip installed beside Python."""
    return subprocess.run(
        [TOOLS / name, *arguments], capture_output=True, encoding="utf-8", check=False
    )


def read(workflow: Path) -> Any:
    return yaml.safe_load(workflow.read_text(encoding="utf-8"))


def steps(workflow: Path) -> list[dict[str, Any]]:
    return [step for job in read(workflow)["jobs"].values() for step in job["steps"]]


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
@pytest.mark.parametrize(
    "command",
    [
        ("actionlint", "-shellcheck=", "-pyflakes="),
        ("zizmor", "--offline", "--no-progress"),
        ("check-jsonschema", "--builtin-schema", "vendor.github-workflows"),
    ],
    ids=lambda command: command[0],
)
def test_tools_find_nothing(command: tuple[str, ...], workflow: Path) -> None:
    run = tool(*command, workflow)
    assert run.returncode == 0, run.stdout + run.stderr


def test_a_tool_sees_a_fault(tmp_path: Path) -> None:
    workflow = tmp_path / ".github" / "workflows" / "x.yml"
    workflow.parent.mkdir(parents=True)
    text = PUBLISH.read_text(encoding="utf-8")
    workflow.write_text(re.sub(r"checkout@\w+", "checkout@main", text), encoding="utf-8")
    assert tool("zizmor", "--offline", workflow).returncode != 0


@pytest.mark.parametrize("workflow", WORKFLOWS, ids=lambda path: path.name)
def test_actions_are_pinned_and_rights_are_few(workflow: Path) -> None:
    used = [step["uses"] for step in steps(workflow) if "uses" in step]
    assert used
    assert all(map(PINNED.fullmatch, used))
    assert read(workflow)["permissions"] in ({}, {"contents": "read"})


def test_it_publishes_on_push_nightly_and_by_hand() -> None:
    when = read(PUBLISH)[True]  # YAML 1.1 takes "on" for true
    assert set(when) == {"push", "schedule", "workflow_dispatch"}
    jobs = read(PUBLISH)["jobs"]
    assert jobs["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert jobs["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert not any("run" in step for step in jobs["deploy"]["steps"])


def test_a_project_of_its_own_is_published_likewise() -> None:
    own = "pip install --find-links wheels -r requirements.txt"
    told = STARTER.read_text(encoding="utf-8").replace(own, "make setup")
    told = told.replace("sitegen build", ".venv/bin/sitegen build")
    told = told.replace("sitegen check", ".venv/bin/sitegen check")
    ours = PUBLISH.read_text(encoding="utf-8")
    assert told.partition("jobs:")[2].replace("3.12", "3.11") == ours.partition("jobs:")[2]


def test_it_installs_restores_builds_checks_uploads_and_deploys_in_this_order() -> None:
    told = [step.get("run") or step["uses"].partition("@")[0] for step in steps(PUBLISH)]
    assert told == [
        "actions/checkout",
        "actions/setup-python",
        "actions/configure-pages",
        "actions/cache/restore",
        "make setup",
        ".venv/bin/sitegen build --strict",
        ".venv/bin/sitegen check",
        "actions/cache/save",
        "actions/upload-pages-artifact",
        "actions/deploy-pages",
    ]


# --- the steps, run ---------------------------------------------------------------------------


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """What a clone of this tree would hold, set up without the network: with our own packages."""
    git = shutil.which("git")
    assert git
    names = subprocess.run(
        [git, "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        capture_output=True,
        check=False,
    ).stdout.decode()
    if not names:
        pytest.skip("no git checkout here")
    folder = tmp_path / "clone"
    for name in filter(None, names.split("\0")):
        if (ROOT / name).is_file():
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(ROOT / name, folder / name)
    set_up(folder)
    return folder


def set_up(folder: Path) -> None:
    """Make the environment that `make setup` would install, and leave it nothing to do."""
    bin_folder = folder / ".venv" / "bin"
    bin_folder.mkdir(parents=True)
    command = f'#!/bin/sh\nPYTHONPATH="{folder}" exec "{sys.executable}" -m generator "$@"\n'
    (bin_folder / "sitegen").write_text(command, encoding="utf-8")
    (bin_folder / "sitegen").chmod(0o755)
    for stamp in ("made.stamp", "run.stamp"):
        (folder / ".venv" / stamp).touch()


@pytest.mark.slow
@pytest.mark.parametrize("address", ["https://owner.github.io/repo", "https://data.example.org"])
def test_the_steps_make_a_site_and_make_it_again(address: str, checkout: Path) -> None:
    runs = [
        (step["run"], {name: placed(text, address) for name, text in step.get("env", {}).items()})
        for step in steps(PUBLISH)
        if "run" in step
    ]
    manifest = checkout / "output" / ".sitegen" / "manifest.json"
    made = []
    for _ in range(2):
        for command, env in runs:
            run = subprocess.run(
                ["bash", "-e", "-c", command],  # noqa: S607  as the runner does
                cwd=checkout,
                env={"PATH": "/usr/bin:/bin", "CI": "true", "GITHUB_ACTIONS": "true", **env},
                capture_output=True,
                encoding="utf-8",
                check=False,
            )
            assert run.returncode == 0, f"{command}\n{run.stdout}{run.stderr}"
        made.append(manifest.read_bytes())
    assert made[0] == made[1]
    files = {name: digest for name, digest, _ in json.loads(made[0])["files"]}
    home = (checkout / "output" / "index.html").read_text(encoding="utf-8")
    assert f'href="{address}/"' in home
    assert "sitemap.xml" in files
    lost = (checkout / "output" / "404.html").read_text(encoding="utf-8")
    assert f'href="{urlsplit(address).path}/districts/"' in lost


def placed(text: str, address: str) -> str:
    """A value of the workflow, as the step before would fill it in."""
    filled = text.replace("${{ steps.pages.outputs.base_url }}", address)
    assert "${{" not in filled
    return filled
