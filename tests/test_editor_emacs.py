"""Emacs in batch mode, with eglot and the file that `editors/emacs` gives."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from editor_runs import EDITORS, FIXED, POSTING, SERVER, program, run

SCRIPT = r"""
(setq make-backup-files nil auto-save-default nil create-lockfiles nil
      eglot-autoshutdown nil eglot-send-changes-idle-time 0 eglot-sync-connect 60
      enable-local-variables nil)
(require 'json)
(require 'flymake)
(load (getenv "POSTLINT_EL") nil t)
(setq postlint-command (append (json-read-from-string (getenv "POSTLINT_SERVER")) nil))

(defun try-wait (what condition)
  (let ((end (+ (float-time) 60)))
    (while (not (funcall condition))
      (when (> (float-time) end)
        (message "waited in vain for %s" what)
        (kill-emacs 1))
      (accept-process-output nil 0.05))))

(defun try-code (diagnostic)
  (let ((text (flymake-diagnostic-text diagnostic)))
    (if (string-match "\\b\\([A-Z]+[0-9]\\{3\\}\\)\\b" text) (match-string 1 text) text)))

(defun try-codes ()
  (mapcar (lambda (one)
            (cons (try-code one)
                  (buffer-substring-no-properties
                   (flymake-diagnostic-beg one) (flymake-diagnostic-end one))))
          (flymake-diagnostics)))

(defun try-text () (buffer-substring-no-properties (point-min) (point-max)))

(find-file (expand-file-name "cto.posting"))
;; eglot connects after the command that opened the file; batch has no commands.
(run-hooks 'post-command-hook)
(try-wait "eglot" (lambda () (eglot-managed-p)))
(flymake-mode 1)
(flymake-start)
(try-wait "diagnostics" (lambda () (flymake-diagnostics)))
(let ((before (try-codes)) text after all page)
  (goto-char (point-min))
  (search-forward "%% postlint")
  (beginning-of-line)
  (let ((actions (eglot-code-actions (line-beginning-position) (line-end-position) nil)))
    (let ((action (seq-find (lambda (one) (equal (plist-get one :title) "Remove the suppression"))
                            actions)))
      (unless action (message "no fix among %S" actions) (kill-emacs 1))
      (eglot--apply-workspace-edit (plist-get action :edit))))
  (setq text (try-text))
  (eglot--signal-textDocument/didChange)
  (try-wait "the finding to go"
            (lambda () (flymake-start) (and (flymake-diagnostics)
                                            (not (assoc "POST035" (try-codes))))))
  (setq after (try-codes))
  (erase-buffer)
  (insert-file-contents (expand-file-name "cto.posting"))
  (eglot--signal-textDocument/didChange)
  (postlint-fix-all)
  (setq all (try-text))
  (goto-char 3)
  (let* ((found (eglot-code-actions (point) (point) nil))
         (explain (seq-find
                   (lambda (one) (string-prefix-p "Explain EQTY001" (plist-get one :title)))
                   found))
         (command (plist-get explain :command)))
    (unless command (message "nothing to explain among %S" found) (kill-emacs 1))
    (eglot-execute-command (eglot-current-server) (intern (plist-get command :command))
                           (plist-get command :arguments)))
  (setq page (with-current-buffer "*postlint*" (goto-char (point-min))
               (buffer-substring-no-properties (point-min) (line-end-position))))
  (set-buffer-modified-p nil)
  (send-string-to-terminal
   (concat "TOLD " (json-encode `((mode . ,(symbol-name major-mode)) (before . ,before)
                                  (text . ,text) (after . ,after) (all . ,all)
                                  (page . ,page)))
           "\n")))
(kill-emacs 0)
"""


def test_a_posting_is_checked_and_mended(tmp_path: Path) -> None:
    emacs = program("emacs")
    has = [emacs, "--batch", "--eval", "(kill-emacs (if (require 'eglot nil t) 0 3))"]
    if subprocess.run(has, check=False, capture_output=True).returncode:
        pytest.skip("Emacs has no eglot (Debian: elpa-eglot)")
    (tmp_path / "cto.posting").write_text(POSTING, encoding="utf-8")
    (tmp_path / "postlint.toml").write_text('select = ["ADA", "EQTY"]\n', encoding="utf-8")
    script = tmp_path / "script.el"
    script.write_text(SCRIPT, encoding="utf-8")
    printed = run(
        [emacs, "--batch", "-l", str(script)],
        tmp_path,
        POSTLINT_SERVER=json.dumps(SERVER),
        POSTLINT_EL=str(EDITORS / "emacs" / "postlint.el"),
        LANG="C.UTF-8",
        LC_ALL="C.UTF-8",
    )
    line = next(line for line in printed.splitlines() if line.startswith("TOLD "))
    told = json.loads(line.removeprefix("TOLD "))
    assert told["mode"] == "posting-mode"
    assert told["before"]["EQTY001"] == "Technology Director 🏫"
    assert "POST035" in told["before"]
    assert told["text"] == FIXED
    assert set(told["after"]) == set(told["before"]) - {"POST035"}
    assert told["all"] == FIXED
    assert told["page"] == "# EQTY001 eeo-statement-missing"
