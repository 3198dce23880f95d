"""PAY011: say how to apply.

## What it checks
Whether an address, a mail address, a telephone number or a page stands where the posting speaks of
applying, or in a section about it; none for questions, a session, or where something only stands.
Colorado asks for it: an error where its law surely binds; elsewhere it is information, because a
page that was copied has often lost its links, and only of a text that speaks of applying, or of a
public body that looks for people.
Where the words of a link are left ("Click here"), where a number shows that the text was copied
from a board ("Job Number: 04570"), and where it leads to a fuller text, nobody can tell.

## Why
Whoever wants the post and finds no way to ask for it is lost to the employer.

## When not to use it
On a board with a button beside each posting.
"""

import postlint.rules as kit
from postlint_rules.pay._law import PostingRule
from postlint_rules.pay._pay import invites
from postlint_rules.pay._ways import copied, means, way, windows


class HowToApplyMissing(PostingRule):
    meta = kit.RuleMeta(
        code="PAY011",
        summary="Nothing says how to apply.",
        highest=kit.Severity.ERROR,
        messages={
            "missing": "No way to apply is named{law}; give an address, a telephone number or a "
            "page.",
            "no-address": "'{words}' names no address, telephone number or page{law}.",
        },
        authority=kit.laws("pay-practice", "us-co-pay-in-posting"),
        advice="Say where and how to apply.",
        why="Nobody can apply who is not told how.",
        tags=frozenset({"application"}),
    )
    passing = "A way to apply is named."
    what = "the way to apply"
    terms = ("how-to-apply",)
    places = (kit.SectionKind.HOW_TO_APPLY,)

    def answer(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome | None:  # noqa: ARG002
        found_way = way(case, self.hits(case, "apply"))
        return None if found_way is None else kit.Passed(self.passing, (found_way,))

    def nothing(self, case: kit.Case, found: tuple[kit.Reach, ...]) -> kit.Outcome:
        """Return that no way is named, where the text, a law or a public body asks for people."""
        spoken_of = windows(case, self.hits(case, "apply"))
        if by := means(case, spoken_of):
            return self.missing(case, found, "no-address", at=by)
        if found or spoken_of or (kit.is_public(case) and invites(case)):
            return self.missing(case, found)
        return kit.NotApplicable("No words about applying were found.")

    def elsewhere(self, case: kit.Case) -> kit.CannotTell | None:
        """Return why nobody can tell, where the text was copied from where people apply."""
        return copied(case, self.hits(case, "lost")) or super().elsewhere(case)
