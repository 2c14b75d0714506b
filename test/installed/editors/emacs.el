;; Emacs with eglot: emacs -q --batch -l emacs.el
;; Opens FILE with PRESSMARK as its language server, and leaves what it saw in the folder OUT.
;; Not -Q: Debian's packages are found by its site start file.
(require 'package)
(package-initialize)
(require 'eglot)
(require 'flymake)
(require 'cl-lib)

(setq eglot-autoshutdown t
      eglot-sync-connect 20
      eglot-connect-timeout 30
      eglot-confirm-server-initiated-edits nil
      flymake-no-changes-timeout 0.1
      enable-local-variables nil)
;; The configuration that docs/editors.md gives.
(add-to-list 'eglot-server-programs (list 'text-mode (getenv "PRESSMARK") "lsp" "--stdio"))

(defun write-out (name lines)
  (let ((coding-system-for-write 'utf-8-unix))
    (write-region (concat (mapconcat #'identity lines "\n") "\n") nil (expand-file-name name (getenv "OUT")))))

(defun wait-for (what condition)
  (let ((end (+ (float-time) 20)) value)
    (while (and (not (setq value (funcall condition))) (< (float-time) end))
      (accept-process-output nil 0.05)
      (sit-for 0.01))
    (or value (error "Waited in vain: %s" what))))

(defun text ()
  (split-string (string-trim-right (buffer-string) "\n") "\n"))

;; Batch mode has no idle timers, which send edits otherwise.
(defun tell-server ()
  (eglot--signal-textDocument/didChange))

(defun action (beg end kind title)
  (or (cl-find-if (lambda (one) (string-match-p (regexp-quote title) (plist-get one :title)))
                  (eglot-code-actions beg end kind))
      (error "There is no action %s" title)))

(defun main ()
  (find-file (getenv "FILE"))
  (let ((original (buffer-string)) (count (length (text))))
    (apply #'eglot (eglot--guess-contact))
    (wait-for "the server" (lambda () (eglot-current-server)))
    (flymake-start)
    (wait-for "diagnostics" (lambda () (flymake-diagnostics)))
    (write-out "diagnostics"
               (sort (mapcar (lambda (one)
                               (string-match "\\[\\([a-z-]+\\)\\]" (flymake-diagnostic-text one))
                               (format "%d %s"
                                       (line-number-at-pos (flymake-diagnostic-beg one))
                                       (match-string 1 (flymake-diagnostic-text one))))
                             (flymake-diagnostics))
                     #'string<))
    (let ((symbols (jsonrpc-request (eglot--current-server-or-lose) :textDocument/documentSymbol
                                    (list :textDocument (eglot--TextDocumentIdentifier)))))
      (write-out "symbols"
                 (cl-loop for symbol across symbols
                          collect (plist-get symbol :name)
                          append (cl-loop for child across (plist-get symbol :children)
                                          collect (plist-get child :name)))))

    (goto-char (point-min))
    (forward-line (1- (string-to-number (getenv "LINE"))))
    (eglot--apply-workspace-edit
     (plist-get (action (point) (line-end-position) "quickfix" (getenv "FIX")) :edit))
    (write-out "fixed" (text))
    (erase-buffer)
    (insert original)
    (tell-server)
    (wait-for "diagnostics once more" (lambda () (flymake-start) (flymake-diagnostics)))

    (eglot--apply-workspace-edit
     (plist-get (action (point-min) (point-max) "source.fixAll.pressmark" (getenv "FIX_ALL")) :edit))
    (wait-for "all safe fixes" (lambda () (< (length (text)) (1- count))))
    (write-out "cleaned" (text))
    (set-buffer-modified-p nil)
    (eglot-shutdown (eglot-current-server))))

(condition-case trouble
    (main)
  (error (message "%S" trouble) (kill-emacs 1)))
(kill-emacs 0)
