" Vim 9 with ALE: vim -Nu NONE -i NONE -es -S vim.vim
" Opens $FILE with $PRESSMARK as its language server, and leaves what it saw in the folder $OUT.
set nocompatible hidden nomore noswapfile encoding=utf-8
packadd ale
filetype plugin on
let g:ale_linters_explicit = 1
let g:ale_linters = {'text': ['pressmark']}
let g:ale_lint_delay = 0

func s:Write(name, lines)
  call writefile(a:lines, $OUT . '/' . a:name)
endfunc

func s:Wait(what, condition)
  for i in range(1000)
    if a:condition() | return | endif
    sleep 20m
  endfor
  throw 'Waited in vain: ' . a:what
endfunc

func s:Findings()
  return ale#engine#GetLoclist(bufnr(''))
endfunc

" As a user's answer to ALE's question, which lists the actions with their numbers.
runtime autoload/ale/util.vim
let s:wanted = ''
func! ale#util#Input(question, ...) abort
  for line in split(a:question, "\n")
    let number = matchstr(line, '^\d\+\ze) ')
    if number !=# '' && stridx(line, s:wanted) >= 0 | return number | endif
  endfor
  call s:Write('trouble', ['There is no action ' . s:wanted, a:question])
  return ''
endfunc

" The configuration that docs/editors.md gives.
call ale#linter#Define('text', {'name': 'pressmark', 'lsp': 'stdio', 'executable': $PRESSMARK, 'command': '%e lsp --stdio', 'language': 'plaintext', 'project_root': {b -> fnamemodify(bufname(b), ':p:h')}})

try
  exe 'edit ' . fnameescape($FILE)
  let s:original = getline(1, '$')
  ALELint
  call s:Wait('diagnostics', {-> len(s:Findings()) > 0})
  call s:Write('diagnostics', sort(map(copy(s:Findings()), {_, one -> one.lnum . ' ' . one.code})))

  let s:wanted = $FIX
  call cursor(str2nr($LINE), 1)
  ALECodeAction
  call s:Wait('the quick fix', {-> line('$') != len(s:original)})
  call s:Write('fixed', getline(1, '$'))
  silent undo
  call s:Wait('undo', {-> getline(1, '$') ==# s:original})

  let s:wanted = $FIX_ALL
  ALELint
  call cursor(str2nr($LINE), 1)
  ALECodeAction
  call s:Wait('all safe fixes', {-> line('$') < len(s:original) - 1})
  call s:Write('cleaned', getline(1, '$'))
  let s:code = 0
catch
  call writefile([v:exception . ' ' . v:throwpoint], $OUT . '/trouble', 'a')
  let s:code = 1
endtry
exe s:code ? 'cquit 1' : 'qall!'
