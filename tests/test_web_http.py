"""The page's back answers on this machine alone, and an applicant-tracking system can ask it.

The application is driven without a network; one test starts the command itself.
"""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import urllib.error
import urllib.request
from base64 import b64encode
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("starlette", reason="the page's back needs postlint[web]")
pytest.importorskip("uvicorn", reason="the page's back needs postlint[web]")

import anyio
import httpx
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types
from openapi_spec_validator import OpenAPIV31SpecValidator
from starlette.applications import Starlette

from documents import word
from postlint.config import Config
from postlint.config.model import Limits
from postlint.web.app import make_app
from postlint.web.desk import Desk
from postlint.web.openapi import document
from web_backs import served

TOKEN = "a-token-of-the-tests"  # noqa: S105  # not a secret
BASE = f"/{TOKEN}"
EXAMPLES = Path(__file__).parents[1] / "examples"
POSTING = (EXAMPLES / "no-reporting-line.posting").read_text("utf-8")


@pytest.fixture(scope="module")
def app() -> Starlette:
    return make_app(Desk(), TOKEN)


def ask(
    app: Starlette,
    path: str,
    body: Any = None,
    *,
    host: str = "127.0.0.1:8000",
    **more: Any,
) -> httpx.Response:
    """Send a question as a program would, and return what came back."""

    async def sent() -> httpx.Response:
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url=f"http://{host}") as client:
            if body is None and not more.get("content"):
                return await client.get(path, **more)
            if body is not None:
                more["json"] = body
            return await client.post(path, **more)

    return anyio.run(sent)


def schema_of(name: str) -> Draft202012Validator:
    """Return the validator of one of the interface's schemas."""
    whole = document("/api")
    return Draft202012Validator(
        {"$ref": f"#/components/schemas/{name}", "components": whole["components"]}
    )


def test_the_description_is_openapi_and_describes_what_there_is(app: Starlette) -> None:
    shown = ask(app, f"{BASE}/api/openapi.json").json()
    OpenAPIV31SpecValidator(shown).validate()
    served = {
        route.path.removeprefix("/{token}/api")  # type: ignore[attr-defined]  # all are routes
        for route in app.routes
        if "/api/" in route.path and "openapi" not in route.path  # type: ignore[attr-defined]
    }
    assert served == set(shown["paths"])


@pytest.mark.parametrize(
    ("name", "schema", "question"),
    [
        ("check", "Report", {"text": POSTING, "employer": {"kind": "school"}}),
        ("look", "Look", {"text": POSTING}),
        ("facts", "Facts", {"text": POSTING}),
        ("fix", "Fixed", {"text": POSTING, "unsafe": True}),
        ("explain", "RulePage", {"rule": "ADA001"}),
        ("law", "Law", {"jurisdictions": ["US-OR"]}),
        ("convert", "Markup", {"text": "<h1>Clerk</h1><p>Files papers.</p>", "kind": "html"}),
    ],
)
def test_every_answer_has_the_shape_that_is_described(
    app: Starlette, name: str, schema: str, question: Any
) -> None:
    answer = ask(app, f"{BASE}/api/{name}", question)
    assert answer.status_code == 200, answer.text
    schema_of(schema).validate(answer.json())
    schema_of("Posting" if "text" in question else "Places").validate(question)


def test_an_applicant_tracking_system_checks_a_word_file_and_fetches_the_copy(
    app: Starlette,
) -> None:
    """Read, judge, explain, fetch: what such a system does with a posting before it goes out."""
    docx = pytest.importorskip("docx", reason="reading the copy needs python-docx")

    def build(made: Any) -> None:
        made.add_heading("Technology Director", 0)
        made.add_heading("Duties", 1)
        made.add_paragraph("Leads an able-bodied team.", style="List Bullet")

    question = {
        "data": b64encode(word(build)).decode("ascii"),
        "name": "director.docx",
        "employer": {"kind": "school", "jurisdictions": ["US-OR"], "employees": 400},
    }
    report = ask(app, f"{BASE}/api/check", question).json()["reports"][0]
    assert report["kind"] == "word"
    codes = [one["code"] for one in report["diagnostics"]]
    assert "ADA009" in codes
    page = ask(app, f"{BASE}/api/explain", {"rule": "ADA009"}).json()
    assert page["code"] == "ADA009"
    copy = ask(app, f"{BASE}/api/annotated", question)
    comments = list(docx.Document(BytesIO(copy.content)).comments)
    said = [comment.text for comment in comments]
    assert any(text.startswith("'able-bodied'") for text in said)
    assert 1 < len(said) <= len(codes)
    printed = ask(app, f"{BASE}/api/report", question)
    assert printed.headers["content-type"].startswith("text/html")
    assert "ADA009" in printed.text


@pytest.mark.parametrize(
    ("content", "headers", "status"),
    [
        (b"{", {"content-type": "application/json"}, 400),
        (b'{"text": "a"}', {"content-type": "text/plain"}, 415),
        (b'{"text": 7}', {"content-type": "application/json"}, 422),
        (b'{"data": "UEsDBAo="}', {"content-type": "application/json"}, 422),
        (b"[" * 100_000, {"content-type": "application/json"}, 400),
    ],
)
def test_a_fault_is_a_problem_in_the_form_of_its_rfc(
    app: Starlette, content: bytes, headers: dict[str, str], status: int
) -> None:
    answer = ask(app, f"{BASE}/api/check", content=content, headers=headers)
    assert answer.status_code == status, answer.text
    assert answer.headers["content-type"] == "application/problem+json"
    schema_of("Problem").validate(answer.json())
    assert answer.json()["status"] == status


def test_a_rule_that_is_not_there_is_not_found_and_the_nearest_is_named(app: Starlette) -> None:
    answer = ask(app, f"{BASE}/api/explain", {"rule": "ADA01"})
    assert answer.status_code == 404
    assert "ADA0" in answer.json()["detail"]


@pytest.mark.parametrize(
    ("path", "more", "status"),
    [
        ("/", {}, 404),
        ("/another-token/api/check", {}, 404),
        (f"{BASE}/api/check", {"headers": {"origin": "http://evil.example"}}, 403),
        (f"{BASE}/api/check", {"headers": {"origin": "null"}}, 403),
        (f"{BASE}/api/check", {"headers": {"origin": "http://127.0.0.1:9"}}, 403),
        (f"{BASE}/api/check", {"headers": {"sec-fetch-site": "cross-site"}}, 403),
        (f"{BASE}/api/check", {"host": "evil.example"}, 403),
        (f"{BASE}/api/check", {"host": "127.0.0.1.evil.example:8000"}, 403),
        (f"{BASE}/api/check", {"headers": {"origin": "http://127.0.0.1:8000"}}, 200),
        (f"{BASE}/api/check", {"host": "localhost:8000"}, 200),
    ],
)
def test_only_the_page_and_this_machine_may_ask(
    app: Starlette, path: str, more: dict[str, Any], status: int
) -> None:
    assert ask(app, path, {"text": "# Clerk\n"}, **more).status_code == status


def test_limits_of_size_and_time_hold(monkeypatch: pytest.MonkeyPatch) -> None:
    limits = Limits(megabytes=0.1, seconds=0.2)
    desk = Desk(Config(limits=limits))

    def slow(_table: object) -> Any:
        while True:
            sum(range(1000))

    monkeypatch.setattr(desk, "check", slow)
    small = make_app(desk, TOKEN)
    assert ask(small, f"{BASE}/api/check", {"text": "a" * 300_000}).status_code == 413
    assert ask(small, f"{BASE}/api/check", {"text": "a"}).status_code == 503
    # And the worker is free again.
    assert ask(small, f"{BASE}/api/look", {"text": "# Clerk\n"}).status_code == 200


def test_every_answer_forbids_what_a_page_of_ours_never_does(app: Starlette) -> None:
    for answer in (ask(app, "/"), ask(app, f"{BASE}/api/law", {})):
        policy = answer.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "connect-src 'self'" in policy
        assert answer.headers["referrer-policy"] == "no-referrer"
        assert answer.headers["cache-control"] == "no-store"


# ---------------------------------------------------------------- the command


@pytest.mark.skipif(os.name == "nt", reason="no such signal there")
def test_the_command_serves_until_ctrl_c_and_writes_nothing(tmp_path: Path) -> None:
    with served(tmp_path) as (process, address):
        body = json.dumps({"text": POSTING}).encode()
        request = urllib.request.Request(  # noqa: S310  # the address of the command
            f"{address}api/check", body, {"Content-Type": "application/json"}
        )
        with urllib.request.urlopen(request, timeout=30) as answer:  # noqa: S310
            assert json.load(answer)["reports"][0]["is_posting"]
        with pytest.raises(urllib.error.HTTPError) as refused:
            urllib.request.urlopen(address.rsplit("/", 2)[0] + "/", timeout=30)  # noqa: S310
        refused.value.close()
        assert refused.value.code == 404
        process.send_signal(signal.SIGINT)
        out, said = process.communicate(timeout=15)
    assert process.returncode == 0
    assert (out, said) == ("", "postlint: Stopped.\n")
    assert not list(tmp_path.iterdir())


def test_a_port_that_is_taken_is_named(tmp_path: Path) -> None:
    with served(tmp_path) as (_, address):
        port = address.split(":")[2].split("/")[0]
        command = [sys.executable, "-m", "postlint", "serve", "--no-browser", "--port", port]
        made = subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)
    assert made.returncode == 2
    assert f"Port {port} is taken" in made.stderr
