"""The command line: arguments in, text and an exit code out.

Exit codes: 0 clean, 1 findings at or above the limit, 2 wrong use, a source
that cannot be read, or a pack that does not load.
"""
