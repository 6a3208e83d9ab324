"""HTML and SVG as a tree of tags. Whatever is not made here is text, and is escaped: a name cannot become markup."""

import html
import re

_VOID = {"meta", "br", "path", "line", "circle", "rect", "col"}  # tags without an end
_UNPRINTABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f]")


class Html(str):
    """Markup, and no text."""


def tag(name: str, /, *children: object, **attributes: object) -> Html:
    """``<name attributes>children</name>``; children and attributes that are None are left out.

    An attribute is written with hyphens for underscores, and without the one at its end: ``class_``, ``aria_label``.
    """
    given = {key.rstrip("_").replace("_", "-"): value for key, value in attributes.items() if value is not None}
    start = "".join(f' {key}="{text(value)}"' for key, value in given.items())
    if name in _VOID and not children:
        return Html(f"<{name}{start}/>")
    return Html(f"<{name}{start}>{joined(*children)}</{name}>")


def joined(*children: object) -> Html:
    """Children without a tag around them."""
    return Html("".join(child if isinstance(child, Html) else text(child) for child in children if child is not None))


def text(value: object) -> Html:
    """A value as text, in which no sign has a meaning; what cannot be printed becomes �."""
    return Html(html.escape(_UNPRINTABLE.sub("\ufffd", str(value))))
