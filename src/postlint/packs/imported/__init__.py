"""Word lists of other tools, as house rules: what can be carried over, and what cannot."""

from postlint.packs.imported.gather import Brought, bring

__all__ = ["Brought", "bring"]
