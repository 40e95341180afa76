"""What stands in the text of a YAML file beside its values: comments, and the quotes that a value needs."""

from __future__ import annotations

import re

import yaml

_HEADER_COMMENT = re.compile(r"[|>][-+0-9]*[ \t]+(#.*)")
#: Words that other readers of YAML take for something else than text.
_NO_TEXT = re.compile(r"~|null|true|false|<<|=|[-+]?\.inf|\.nan|", re.IGNORECASE)


def comments_of(text: str) -> list[str]:
    """Every comment of a file in order, found without regard to what it speaks of."""
    found, before = [], 0
    for token in yaml.scan(text, Loader=yaml.CSafeLoader):
        if isinstance(token, yaml.ScalarToken):
            start, end = token.start_mark.index, token.end_mark.index
            found += re.findall(r"#.*", text[before:start])
            header = _HEADER_COMMENT.match(text, start, end) if token.style in ("|", ">") else None
            found += [header[1]] if header else []
            before = end
    return [one.rstrip() for one in [*found, *re.findall(r"#.*", text[before:])]]


def written(value: str, *, bracketed: bool) -> str | None:
    """A text as it is written without quotes, or ``None`` where it needs them."""
    if _NO_TEXT.fullmatch(value) or "\n" in value:
        return None
    try:
        node = yaml.compose(f"[{value}]" if bracketed else f"- {value}", Loader=yaml.CSafeLoader)
        name = yaml.compose(f"{{{value}: a}}" if bracketed else f"{value}: a", Loader=yaml.CSafeLoader)
    except yaml.YAMLError:
        return None
    if not isinstance(node, yaml.SequenceNode) or not isinstance(name, yaml.MappingNode) or not name.value:
        return None
    plain = [one for one in (*node.value, name.value[0][0]) if isinstance(one, yaml.ScalarNode) and not one.style]
    return value if [one.value for one in plain] == [value, value] else None
