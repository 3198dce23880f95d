"""Posts that are licensed by degree."""

from __future__ import annotations

from postlint.rules import Case, facts, pattern

_LICENSED = pattern(
    r"(?i)\b(?:teacher|superintendent|principal|librarian|counselor|psychologist|therapist|nurse"
    r"|physician|doctor|dentist|pharmacist|veterinarian|attorney|counsel|lawyer|solicitor|judge"
    r"|architect|surveyor|professor|faculty|lecturer|social worker|speech[- ]language|audiologist"
    r"|dietitian|civil engineer|professional engineer|certified public accountant|scientist"
    r"|curator|postdoc\w*|fellows?|fellowship|research associate|researcher)\b"
)


def licensed(case: Case) -> bool:
    """Say whether the title is of a post that the law or a body licenses by degree."""
    title = case[facts.title].value
    return title is not None and _LICENSED.search(title) is not None
