"""Tests of rules written as Markdown, for our packs and for yours.

A rule corpus is a file `CODE.md` that a lawyer could edit. Each case is a
heading that says what is wanted, a posting, and what the rule should find:

    # PAY004 amount-without-period

    ## fail: an amount alone

    Thirty thousand may be a year's pay or a month's.

    ```posting
    # Nurse

    ## Pay

    30,000
    ```

    ```expect
    5:1-5:7 PAY004 no-period
    ```

    ## pass: a year is named

    ```posting
    # Nurse

    ## Pay

    30,000 a year
    ```

`docs/testing.md` has the whole form. With pytest, the one line
`pytest_plugins = ["postlint.testing.plugin"]` in `conftest.py` makes every case a
test; without it, `load_corpus` and `Runner` do the same. Nothing here is needed
to check postings, and only `postlint.testing.plugin` needs pytest.
"""

from __future__ import annotations

from postlint.testing.corpus import (
    Corpus as Corpus,
    CorpusCase as CorpusCase,
    load_corpus as load_corpus,
    parse_corpus as parse_corpus,
)
from postlint.testing.expectations import Evidence as Evidence, Expected as Expected
from postlint.testing.faults import CorpusError as CorpusError, Fault as Fault
from postlint.testing.runner import Runner as Runner, Trial as Trial
from postlint.testing.update import update_corpus as update_corpus
