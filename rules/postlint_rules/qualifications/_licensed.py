"""Posts that are licensed by degree."""

import postlint.rules as kit

_LICENSED = kit.pattern(
    r"(?i)\b(?:teacher|superintendent|principal|librarian|counselor|psychologist|therapist|nurse"
    r"|physician|doctor|dentist|pharmacist|veterinarian|attorney|counsel|lawyer|solicitor|judge"
    r"|architect|surveyor|professor|faculty|lecturer|social worker|speech[- ]language|audiologist"
    r"|dietitian|civil engineer|professional engineer|certified public accountant|scientist"
    r"|curator|postdoc\w*|fellows?|fellowship|research associate|researcher)\b"
)


def licensed(case: kit.Case) -> bool:
    """Say whether the title is of a post that the law or a body licenses by degree."""
    title = case[kit.facts.title].value
    return title is not None and _LICENSED.search(title) is not None
