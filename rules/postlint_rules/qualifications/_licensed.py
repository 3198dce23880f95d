"""Posts that are licensed by degree."""

import postlint.rules as kit

_LICENSED = kit.pattern(
    r"(?i)\b(?:teacher|superintendent|principal|librarian|counselor|psychologist|therapist|nurse"
    r"|physician|doctor|dentist|pharmacist|veterinarian|attorney|counsel|lawyer|solicitor|judge"
    r"|architect|surveyor|professor|faculty|lecturer|instructor|social worker"
    r"|speech[- ]language|audiologist"
    r"|dietitian|civil engineer|professional engineer|certified public accountant|scientist"
    r"|curator|postdoc\w*|fellows?|fellowship|research associate|researcher)\b"
)


# Nobody practises law or treats people without it.
_OF_LAW = kit.pattern(
    r"(?i)juris\s+doctor|j\.?d\b|law\s+degree|doctor\s+of\s+(?:medicine|pharmacy|dental)"
)


def licensed(case: kit.Case, degree: kit.Span | None = None) -> bool:
    """Say whether the title, or the degree, is of a post that law or a body licenses by degree."""
    if degree is not None and _OF_LAW.match(case.text, degree.start):
        return True
    title = case[kit.facts.title].value
    return title is not None and _LICENSED.search(title) is not None
