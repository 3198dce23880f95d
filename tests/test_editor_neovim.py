"""Neovim, without a window, with the configuration that `editors/neovim` gives."""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path

from editor_runs import EDITORS, FIXED, POSTING, SERVER, program, run

SCRIPT = """
vim.g.postlint_command = vim.fn.json_decode(vim.env.POSTLINT_SERVER)
vim.cmd('syntax enable')
vim.cmd('luafile ' .. vim.env.POSTLINT_LUA)

local function wait(what, condition)
  if not vim.wait(60000, condition, 50) then
    io.stderr:write('waited in vain for ' .. what .. '\\n')
    vim.cmd('cquit 1')
  end
end

local function codes()
  local found = {}
  for _, one in ipairs(vim.diagnostic.get(0)) do
    local words = vim.api.nvim_buf_get_lines(0, one.lnum, one.lnum + 1, true)[1]
    table.insert(found, {
      code = one.code or one.user_data and one.user_data.lsp.code,
      words = words:sub(one.col + 1, one.end_lnum == one.lnum and one.end_col or -1),
      lnum = one.lnum,
    })
  end
  return found
end

local function choose(title)
  vim.ui.select = function(items, _, chosen)
    for _, item in ipairs(items) do
      local action = item[2] or item.action
      if action.title == title then
        return chosen(item)
      end
    end
    chosen(nil)
  end
end

local told = { filetype = nil }
vim.cmd('edit cto.posting')
told.filetype = vim.bo.filetype
wait('diagnostics', function() return #vim.diagnostic.get(0) > 0 end)
told.before = codes()
-- The words of a finding stand beside its line, for which Neovim has to be asked from 0.11 on.
told.beside = vim.lsp.config and '' or 'No statement of'
for _, space in pairs(vim.api.nvim_get_namespaces()) do
  for _, mark in ipairs(vim.api.nvim_buf_get_extmarks(0, space, 0, -1, { details = true })) do
    for _, piece in ipairs(mark[4].virt_text or {}) do told.beside = told.beside .. piece[1] end
  end
end

choose('Remove the suppression')
for _, one in ipairs(told.before) do
  if one.code == 'POST035' then
    vim.api.nvim_win_set_cursor(0, { one.lnum + 1, 0 })
  end
end
vim.lsp.buf.code_action()
wait('the fix', function() return vim.api.nvim_buf_line_count(0) == 8 end)
told.text = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\\n') .. '\\n'
wait('the finding to go', function()
  for _, one in ipairs(codes()) do
    if one.code == 'POST035' then return false end
  end
  return #vim.diagnostic.get(0) > 0
end)
told.after = codes()

vim.cmd('undo')
wait('the finding to come back', function()
  for _, one in ipairs(codes()) do
    if one.code == 'POST035' then return true end
  end
end)
vim.cmd('PostlintFixAll')
told.all = table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, true), '\\n') .. '\\n'

-- A rule's page opens beside the posting, and a configuration that is written is heeded.
choose('Explain EQTY001 eeo-statement-missing')
vim.api.nvim_win_set_cursor(0, { 1, 4 })
vim.lsp.buf.code_action()
wait('the page', function() return vim.bo.filetype == 'markdown' end)
told.page = vim.api.nvim_buf_get_lines(0, 0, 1, true)[1]
vim.cmd('close')
told.colour = vim.fn.synIDattr(vim.fn.synID(1, 4, 1), 'name')
local posting = vim.api.nvim_get_current_buf()
vim.cmd('edit postlint.toml')
vim.api.nvim_buf_set_lines(0, 0, -1, true, { 'select = ["LEAD"]' })
vim.cmd('write')
wait('the new configuration', function()
  for _, one in ipairs(vim.diagnostic.get(posting)) do
    if (one.code or one.user_data.lsp.code) == 'EQTY001' then return false end
  end
  return true
end)
told.silenced = true
io.stdout:write('TOLD ' .. vim.fn.json_encode(told) .. '\\n')
vim.cmd('qall!')
"""


def test_a_posting_is_checked_and_mended(tmp_path: Path) -> None:
    nvim = program("nvim")
    (tmp_path / "cto.posting").write_text(POSTING, encoding="utf-8")
    (tmp_path / "postlint.toml").write_text('select = ["ADA", "EQTY"]\n', encoding="utf-8")
    script = tmp_path / "script.lua"
    script.write_text(SCRIPT, encoding="utf-8")
    printed = run(
        [nvim, "--headless", "-u", "NONE", "-i", "NONE", "-n", "-c", f"luafile {script}"],
        tmp_path,
        POSTLINT_SERVER=json.dumps(SERVER),
        POSTLINT_LUA=str(EDITORS / "neovim" / "postlint.lua"),
    )
    line = next(line for line in printed.splitlines() if line.startswith("TOLD "))
    told = json.loads(line.removeprefix("TOLD "))
    assert told["filetype"] == "posting"
    before = {one["code"]: one["words"] for one in told["before"]}
    assert before["EQTY001"] == "Technology Director 🏫"
    assert "POST035" in before
    assert "No statement of" in told["beside"]
    assert all(code.startswith(("ADA", "EQTY", "POST")) for code in before)
    assert told["text"] == FIXED
    assert {one["code"] for one in told["after"]} == set(before) - {"POST035"}
    assert told["all"] == FIXED
    assert told["page"] == "# EQTY001 eeo-statement-missing"
    assert told["colour"] == "postingHeading"
    assert told["silenced"] is True


MODERN = """
-- What Neovim 0.11 brings, told and no more: this Neovim may be older.
local asked = { config = {}, enabled = {} }
vim.lsp.config = function(name, config) asked.config[name] = config end
vim.lsp.enable = function(name) table.insert(asked.enabled, name) end
vim.g.postlint_command = { 'postlint', 'lsp' }
vim.cmd('luafile ' .. vim.env.POSTLINT_LUA)
vim.cmd('edit cto.posting')
local config = asked.config.postlint
io.stdout:write(vim.fn.json_encode({
  enabled = asked.enabled,
  cmd = config.cmd,
  filetypes = config.filetypes,
  roots = config.root_markers,
  language = config.get_language_id(0, 'text'),
  attaches = type(config.on_attach),
  clients = #vim.lsp.get_active_clients(),
}))
vim.cmd('quitall!')
"""


def test_todays_neovim_starts_the_server_itself(tmp_path: Path) -> None:
    nvim = program("nvim")
    script = tmp_path / "script.lua"
    script.write_text(MODERN, encoding="utf-8")
    done = subprocess.run(
        [nvim, "--headless", "--clean", "-c", f"luafile {script}"],
        cwd=tmp_path,
        env={**os.environ, "POSTLINT_LUA": str(EDITORS / "neovim" / "postlint.lua")},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    told = json.loads(done.stdout or done.stderr)
    assert told == {
        "enabled": ["postlint"],
        "cmd": ["postlint", "lsp"],
        "filetypes": ["posting"],
        "roots": ["postlint.toml", ".postlint.toml", "pyproject.toml", ".git"],
        "language": "plaintext",
        "attaches": "function",
        "clients": 0,
    }
