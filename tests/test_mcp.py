"""Writing assistants get what people get: tried with the protocol's own client."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp", reason="the assistants' door needs postlint[mcp]")

import anyio
from jsonschema import Draft202012Validator  # type: ignore[import-untyped]  # it has no types
from mcp import Client, StdioServerParameters, stdio_client

from postlint.web.assistants import make_assistants
from postlint.web.desk import Desk

POSTING = "# Technology Director 🏫\n\n## Duties\n\n- Be able-bodied. 🏫 Be able-bodied.\n"


def call(name: str, **given: Any) -> Any:
    """Call a tool through a client, and return its result."""

    async def called() -> Any:
        async with Client(make_assistants(Desk())) as client:
            return await client.call_tool(name, given)

    return anyio.run(called)


def test_the_tools_say_what_they_take_and_give() -> None:
    async def listed() -> Any:
        async with Client(make_assistants(Desk())) as client:
            return (await client.list_tools()).tools

    tools = {tool.name: tool for tool in anyio.run(listed)}
    assert set(tools) == {"check", "explain", "fix", "facts", "law"}
    for tool in tools.values():
        assert tool.description
        Draft202012Validator.check_schema(tool.input_schema)
        Draft202012Validator.check_schema(tool.output_schema)
        assert tool.output_schema["properties"]


def test_a_check_names_the_line_the_words_and_the_rule() -> None:
    found = call("check", text=POSTING, employer_kind="school", jurisdictions=["US-OR"])
    assert not found.is_error
    data = found.structured_content
    pronouns = [one for one in data["findings"] if one["code"] == "ADA009"]
    assert [(one["line"], one["words"]) for one in pronouns] == [
        (5, "able-bodied"),
        (5, "able-bodied"),
    ]
    assert data["headline"]
    assert "not legal advice" in data["disclaimer"]


def test_a_rule_is_explained_and_the_law_is_listed() -> None:
    page = call("explain", rule="ADA001").structured_content
    assert page["code"] == "ADA001"
    assert "## Why" in page["markdown"]
    law = call("law", jurisdictions=["US-OR"]).structured_content["law"]
    assert any("ADA001" in text["rules"] for text in law)


def test_fixes_put_words_in_only_where_asked() -> None:
    plain = call("fix", text=POSTING).structured_content
    asked = call("fix", text=POSTING, insert_words=True).structured_content
    assert plain["text"] == POSTING
    assert asked["changed"]
    assert asked["applied"]


def test_facts_say_what_was_read_and_what_was_not() -> None:
    found = call("facts", text=POSTING).structured_content
    (posting,) = found["postings"]
    facts = {one["name"]: one for one in posting["facts"]}
    assert facts["title"]["value"]
    assert facts["pay"]["value"] == "none"
    assert posting["duties"]


def test_every_posting_of_a_text_is_told_by_its_name() -> None:
    part = "\n\nReports to: Registrar\n\n## Duties\n\n- Is able-bodied.\n\n"
    text = f"# Clerk{part}# Guard{part}"
    found = call("check", text=text).structured_content
    names = [one["name"] for one in found["postings"]]
    assert names == ["-#1", "-#2"]
    assert [one["title"] for one in found["postings"]] == ["Clerk", "Guard"]
    lines = [(one["posting"], one["line"]) for one in found["findings"] if one["code"] == "ADA009"]
    assert lines == [("-#1", 7), ("-#2", 15)]
    facts = call("facts", text=text).structured_content
    assert [one["name"] for one in facts["postings"]] == names


def test_a_fault_is_told_in_a_sentence() -> None:
    found = call("explain", rule="ADA01")
    assert found.is_error
    assert "Did you mean" in found.content[0].text
    assert "day such as" in call("check", text="# Clerk", as_of="soon").content[0].text


def test_the_command_speaks_the_protocol(tmp_path: Path) -> None:
    async def spoken() -> Any:
        command = StdioServerParameters(
            command=sys.executable, args=["-m", "postlint", "mcp"], cwd=tmp_path
        )
        async with Client(stdio_client(command)) as client:
            return await client.call_tool("check", {"text": POSTING})

    found = anyio.run(spoken)
    assert found.structured_content["postings"][0]["is_posting"]
