-- postlint in Neovim, with what Neovim brings itself: no plugin is needed.
--
-- Copy this file to ~/.config/nvim/plugin/postlint.lua. It works from 0.7 on.
-- Before it is read, vim.g may hold:
--   postlint_command    how the server is started, { 'postlint', 'lsp' } unless set
--   postlint_filetypes  what is checked, { 'posting' } unless set; add 'markdown' or 'text'

local command = vim.g.postlint_command or { 'postlint', 'lsp' }
local filetypes = vim.g.postlint_filetypes or { 'posting' }
-- What marks the folder that a posting belongs to.
local roots = { 'postlint.toml', '.postlint.toml', 'pyproject.toml', '.git' }
-- Neovim's name for plain text is not the protocol's.
local language_ids = { text = 'plaintext' }

-- One server for each root folder.
local clients = {}

local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  local at = folder
  while true do
    for _, name in ipairs(roots) do
      if vim.loop.fs_stat(at .. '/' .. name) then
        return at
      end
    end
    local above = vim.fn.fnamemodify(at, ':h')
    if above == at then
      return folder
    end
    at = above
  end
end

local function client_for(root)
  local id = clients[root]
  if id and not vim.lsp.client_is_stopped(id) then
    return id
  end
  id = vim.lsp.start_client({
    name = 'postlint',
    cmd = command,
    root_dir = root,
    workspace_folders = { { uri = vim.uri_from_fname(root), name = root } },
    get_language_id = function(_, filetype)
      return language_ids[filetype] or filetype
    end,
  })
  clients[root] = id
  return id
end

local function fix_all()
  local found = vim.lsp.buf_request_sync(0, 'textDocument/codeAction', {
    textDocument = vim.lsp.util.make_text_document_params(),
    range = {
      start = { line = 0, character = 0 },
      ['end'] = { line = vim.api.nvim_buf_line_count(0), character = 0 },
    },
    context = { diagnostics = {}, only = { 'source.fixAll.postlint' } },
  }, 5000)
  for id, answer in pairs(found or {}) do
    for _, action in ipairs(answer.result or {}) do
      local encoding = vim.lsp.get_client_by_id(id).offset_encoding or 'utf-16'
      vim.lsp.util.apply_workspace_edit(action.edit, encoding)
    end
  end
end

local function attach(buffer)
  local path = vim.api.nvim_buf_get_name(buffer)
  if vim.bo[buffer].buftype ~= '' or path == '' then
    return
  end
  local id = client_for(root_of(path))
  if not id then
    return -- Neovim has said that the program is not there
  end
  vim.lsp.buf_attach_client(buffer, id)
  vim.api.nvim_buf_create_user_command(buffer, 'PostlintFixAll', fix_all, {
    desc = 'Make every safe fix of postlint',
  })
end

local group = vim.api.nvim_create_augroup('postlint', { clear = true })
vim.api.nvim_create_autocmd({ 'BufRead', 'BufNewFile' }, {
  group = group,
  pattern = '*.posting',
  callback = function()
    vim.bo.filetype = 'posting'
    vim.bo.commentstring = '%% %s'
  end,
})
vim.api.nvim_create_autocmd('FileType', {
  group = group,
  pattern = filetypes,
  callback = function(event)
    attach(event.buf)
  end,
})
