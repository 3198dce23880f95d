;;; postlint.el --- Check job postings while you write them  -*- lexical-binding: t; -*-

;; Package-Requires: ((emacs "26.3") (eglot "1.9"))

;;; Commentary:

;; A mode for postings and the server's command for eglot.  Emacs 29 brings
;; eglot; before that it comes from GNU ELPA or as Debian's elpa-eglot.

;;; Code:

(require 'eglot)

(defgroup postlint nil
  "Checks of job postings."
  :group 'tools)

(defcustom postlint-command '("postlint" "lsp")
  "The command that starts the server, and its arguments."
  :type '(repeat string))

(defconst postlint--font-lock
  '(("^[ \t]*%%[ \t]*postlint:.*$" 0 font-lock-preprocessor-face t)
    ("^[ \t]*\\[postlint:[^][\n]*\\]?[ \t]*$" 0 font-lock-preprocessor-face t)
    ("^[ \t]*%%.*$" . font-lock-comment-face)
    ("^ \\{0,3\\}#\\{1,6\\}[ \t]+.*$" . font-lock-function-name-face)
    ("^[[:upper:]][^:\n|]\\{0,60\\}:[ \t]" . font-lock-keyword-face)
    ("^[ \t]*\\(?:[-*+•]\\|[0-9]\\{1,3\\}[.)]\\)[ \t]" . font-lock-builtin-face)
    ("[ \t]\\([[(“\"]\\(?:EF\\|NE\\|E\\|M\\)[])”\"]\\)[ \t]*$" 1 font-lock-constant-face))
  "What is coloured in a posting; the server knows better and eglot does not ask.")

;;;###autoload
(define-derived-mode posting-mode text-mode "Posting"
  "A mode for job postings in postlint's markup."
  (setq-local comment-start "%% ")
  (setq-local comment-start-skip "^[ \t]*%%+[ \t]*")
  (setq-local font-lock-defaults '(postlint--font-lock t)))

;;;###autoload
(add-to-list 'auto-mode-alist '("\\.posting\\'" . posting-mode))

;; A function, so that what is set later holds.  eglot names the language after
;; the mode, without its ending: `posting' and `markdown' are the protocol's.
(add-to-list 'eglot-server-programs
             (cons '(posting-mode markdown-mode) (lambda (&rest _) postlint-command)))

(add-hook 'posting-mode-hook #'eglot-ensure)

(defun postlint-fix-all ()
  "Make every safe fix in this posting."
  (interactive)
  (dolist (action (append (jsonrpc-request
                           (eglot--current-server-or-lose)
                           :textDocument/codeAction
                           (list :textDocument (eglot--TextDocumentIdentifier)
                                 :range (list :start (eglot--pos-to-lsp-position (point-min))
                                              :end (eglot--pos-to-lsp-position (point-max)))
                                 :context '(:diagnostics [] :only ["source.fixAll.postlint"])))
                          nil))
    ;; Newer eglots say that they ask for an edit when the action is chosen.
    (unless (plist-get action :edit)
      (setq action (jsonrpc-request (eglot--current-server-or-lose) :codeAction/resolve action)))
    (when (plist-get action :edit)
      (eglot--apply-workspace-edit (plist-get action :edit)))))

;; The code action "Explain" comes here: a rule's page is read as a page.
(cl-defmethod eglot-execute-command
  (server (_command (eql postlint.explain)) arguments)
  "Show the page of a rule, which SERVER knows by ARGUMENTS."
  (let ((page (jsonrpc-request server :workspace/executeCommand
                               (list :command "postlint.explain" :arguments arguments))))
    (when (stringp page)
      (with-current-buffer (get-buffer-create "*postlint*")
        (let ((inhibit-read-only t))
          (erase-buffer)
          (insert page)
          (goto-char (point-min)))
        (special-mode)
        (visual-line-mode)
        (display-buffer (current-buffer))))))

(provide 'postlint)
;;; postlint.el ends here
