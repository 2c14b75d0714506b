-- Neovim 0.7 and later: nvim --clean --headless -n -c 'luafile neovim.lua'
-- Opens FILE with PRESSMARK as its language server, and leaves what it saw in the folder OUT.

local out = os.getenv('OUT')

local function write(name, lines)
  local file = assert(io.open(out .. '/' .. name, 'w'))
  file:write(table.concat(lines, '\n') .. '\n')
  file:close()
end

local function wait(what, condition)
  assert(vim.wait(20000, condition, 20), 'Waited in vain: ' .. what)
end

-- As a user's choice in the menu of code actions.
local function choose(title)
  vim.ui.select = function(items, _, done)
    for index, item in ipairs(items) do
      if item[2].title:find(title, 1, true) then return done(item, index) end
    end
    error('There is no action ' .. title)
  end
end

local function main()
  vim.cmd('edit ' .. vim.fn.fnameescape(os.getenv('FILE')))
  local buffer = vim.api.nvim_get_current_buf()
  local function text() return vim.api.nvim_buf_get_lines(buffer, 0, -1, false) end
  local original = text()
  local id = vim.lsp.start_client({ name = 'pressmark', cmd = { os.getenv('PRESSMARK'), 'lsp', '--stdio' } })
  vim.lsp.buf_attach_client(buffer, id)
  wait('diagnostics', function() return #vim.diagnostic.get(buffer) > 0 end)
  local found = {}
  for _, diagnostic in ipairs(vim.diagnostic.get(buffer)) do
    table.insert(found, ('%d %s'):format(diagnostic.lnum + 1, diagnostic.code or diagnostic.user_data.lsp.code))
  end
  table.sort(found)
  write('diagnostics', found)

  local params = { textDocument = vim.lsp.util.make_text_document_params(buffer) }
  local answers = vim.lsp.buf_request_sync(buffer, 'textDocument/documentSymbol', params, 10000)
  local names = {}
  for _, symbol in ipairs(answers[id].result) do
    table.insert(names, symbol.name)
    for _, child in ipairs(symbol.children or {}) do table.insert(names, child.name) end
  end
  write('symbols', names)

  choose(os.getenv('FIX'))
  vim.api.nvim_win_set_cursor(0, { tonumber(os.getenv('LINE')), 0 })
  vim.lsp.buf.code_action()
  wait('the quick fix', function() return #text() ~= #original end)
  write('fixed', text())
  vim.cmd('undo')
  wait('undo', function() return #text() == #original end)

  choose(os.getenv('FIX_ALL'))
  local all = { 'source.fixAll.pressmark' }
  if vim.fn.has('nvim-0.8') == 1 then
    vim.lsp.buf.code_action({ context = { only = all, diagnostics = {} } })
  else
    vim.lsp.buf.code_action({ only = all })
  end
  wait('all safe fixes', function() return #text() < #original - 1 end)
  write('cleaned', text())
  vim.lsp.stop_client(id)
  wait('the server stops', function() return vim.lsp.get_client_by_id(id) == nil end)
end

local ok, trouble = xpcall(main, debug.traceback)
if not ok then io.stderr:write(tostring(trouble) .. '\n') end
vim.cmd(ok and 'qall!' or 'cquit 1')
