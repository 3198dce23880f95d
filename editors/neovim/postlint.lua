-- postlint in Neovim, with what Neovim brings itself: no plugin is needed.
--
-- Copy this file to ~/.config/nvim/plugin/postlint.lua. It works from 0.7 on, and with
-- vim.lsp.config and vim.lsp.enable where Neovim has them (0.11 and later).
-- Before it is read, vim.g may hold:
--   postlint_command    how the server is started, { 'postlint', 'lsp' } unless set
--   postlint_filetypes  what is checked, { 'posting' } unless set; add 'markdown' or 'text'
--   postlint_beside     whether findings stand beside their lines, as they do unless it is false

local command = vim.g.postlint_command or { 'postlint', 'lsp' }
local filetypes = vim.g.postlint_filetypes or { 'posting' }
-- What marks the folder that a posting belongs to.
local roots = { 'postlint.toml', '.postlint.toml', 'pyproject.toml', '.git' }
-- Neovim's name for plain text is not the protocol's.
local language_ids = { text = 'plaintext' }

-- One server for each root folder.
local clients = {}
-- Neovim 0.11 starts servers itself, and knows which buffer has which.
local modern = vim.lsp.config ~= nil and vim.lsp.enable ~= nil

-- What a client is asked to do is a method from 0.11 on, and was a function of its own.
local function call(client, name, ...)
  if modern then
    return client[name](client, ...)
  end
  return client[name](...)
end

local function root_of(path)
  local folder = vim.fn.fnamemodify(path, ':p:h')
  local at = folder
  while true do
    for _, name in ipairs(roots) do
      if (vim.uv or vim.loop).fs_stat(at .. '/' .. name) then
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

-- Shows a rule's page in a window beside the posting; `q` closes it.
local function show_page(text)
  vim.cmd('botright vnew')
  local buffer = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_lines(buffer, 0, -1, true, vim.split(text, '\n', { plain = true }))
  for name, value in pairs({
    buftype = 'nofile', bufhidden = 'wipe', swapfile = false, modifiable = false, filetype = 'markdown',
  }) do
    vim.bo[buffer][name] = value
  end
  vim.wo.wrap, vim.wo.linebreak = true, true
  vim.api.nvim_buf_set_keymap(buffer, 'n', 'q', '<Cmd>close<CR>', { noremap = true, silent = true })
end

-- The code action "Explain" comes here instead of going to the server.
vim.lsp.commands['postlint.explain'] = function(command, context)
  local client = vim.lsp.get_client_by_id(context.client_id)
  call(client, 'request', 'workspace/executeCommand', {
    command = command.command,
    arguments = command.arguments,
  }, function(failed, page)
    if failed then
      vim.notify(failed.message, vim.log.levels.ERROR)
    elseif page then
      show_page(page)
    end
  end)
end

local function client_for(root)
  local id = clients[root]
  if id and not vim.lsp.client_is_stopped(id) then
    return id
  end
  id = vim.lsp.start_client({
    name = 'postlint',
    cmd = command,
    init_options = { pages = true },
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
      local client = vim.lsp.get_client_by_id(id)
      if not action.edit then -- the server works it out when the action is chosen
        local whole = call(client, 'request_sync', 'codeAction/resolve', action, 5000, 0)
        action = whole and whole.result or action
      end
      if action.edit then
        vim.lsp.util.apply_workspace_edit(action.edit, client.offset_encoding or 'utf-16')
      end
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

-- Neovim shows no words of findings from 0.11 on unless it is asked to, here or by the user.
-- Which of its namespaces a finding stands in is known when there is one.
local beside = {}
local function show_beside(event)
  local found = (event.data.diagnostics or {})[1]
  if not found or found.source ~= 'postlint' or beside[found.namespace] then
    return
  end
  beside[found.namespace] = true
  local shown = vim.diagnostic.config()
  if vim.g.postlint_beside ~= false and not shown.virtual_text and not shown.virtual_lines then
    vim.diagnostic.config({ virtual_text = true }, found.namespace)
  end
end

if modern then
  vim.lsp.config('postlint', {
    cmd = command,
    filetypes = filetypes,
    root_markers = roots,
    init_options = { pages = true },
    get_language_id = function(_, filetype)
      return language_ids[filetype] or filetype
    end,
    on_attach = function(client, buffer)
      clients[client.config.root_dir or client.id] = client.id
      vim.api.nvim_buf_create_user_command(buffer, 'PostlintFixAll', fix_all, {
        desc = 'Make every safe fix of postlint',
      })
    end,
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
    if not modern then
      attach(event.buf)
    end
  end,
})
if modern then
  vim.api.nvim_create_autocmd('DiagnosticChanged', { group = group, callback = show_beside })
  vim.lsp.enable('postlint')
end
-- A configuration that is saved here is heeded at once; older Neovims tell no server of files.
vim.api.nvim_create_autocmd('BufWritePost', {
  group = group,
  pattern = { '*.toml', '*.json' },
  callback = function(event)
    local uri = vim.uri_from_fname(vim.fn.fnamemodify(event.match, ':p'))
    for _, id in pairs(clients) do
      local client = vim.lsp.get_client_by_id(id)
      if client and not call(client, 'is_stopped') then
        call(client, 'notify', 'workspace/didChangeWatchedFiles', { changes = { { uri = uri, type = 2 } } })
      end
    end
  end,
})
-- Colours for where the server's are not shown: Neovim asks for those from 0.9 on.
vim.api.nvim_create_autocmd('Syntax', {
  group = group,
  pattern = 'posting',
  callback = function()
    if vim.b.current_syntax then
      return
    end
    vim.cmd([=[
      syntax match postingHeading /^ \{0,3}#\{1,6}\s.*$/
      syntax match postingKey /^\u[^:|]\{0,60}:\ze\s/
      syntax match postingBullet /^\s*\%([-*+•]\|\d\{1,3}[.)]\)\ze\s/
      syntax match postingMark /\s\zs[[(“"]\%(EF\|NE\|E\|M\)[])”"]\ze\s*$/
      syntax match postingComment /^\s*%%.*$/
      syntax match postingDirective /^\s*%%\s*postlint:.*$/
      syntax match postingDirective /^\s*\[postlint:[^][]*\%(\n[^][]*\S[^][]*\)*\]\s*$/
      highlight default link postingHeading Title
      highlight default link postingKey Identifier
      highlight default link postingBullet Statement
      highlight default link postingMark Special
      highlight default link postingComment Comment
      highlight default link postingDirective PreProc
    ]=])
    vim.b.current_syntax = 'posting'
  end,
})
