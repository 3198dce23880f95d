"""How Sphinx builds postlint's documentation: `sphinx-build -W -b html docs docs/_build`."""

from __future__ import annotations

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent / "_ext"))

from postlint import __version__

project = "postlint"
copyright = "2026, The postlint developers"  # noqa: A001  # Sphinx's name
author = "The postlint developers"
version = release = __version__

extensions = ["myst_parser", "sphinx.ext.autodoc", "postlint_docs"]
exclude_patterns = ["_build", "_ext"]
source_suffix = {".md": "markdown"}

myst_enable_extensions = ["colon_fence", "deflist"]
myst_heading_anchors = 3

autodoc_member_order = "bysource"
autodoc_typehints = "signature"
autodoc_class_signature = "mixed"
autodoc_default_options = {"members": True}
python_use_unqualified_type_names = True

html_theme = "furo"
html_title = f"postlint {__version__}"
html_static_path = ["_static"]
html_css_files = ["postlint.css"]
html_show_sphinx = False
html_copy_source = False
# The page with postlint inside it, where it was built: `npm run static` in web/.
_page = Path(__file__).parents[1] / "web" / "dist"
html_extra_path = [str(_page)] if _page.is_dir() else []
# Messages are shown as they are printed.
smartquotes = False
