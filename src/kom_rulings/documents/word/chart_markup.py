"""A chart as DrawingML: columns that can be told apart without colours, numbers cached, formulas into its workbook.

Each part says outright what programs assume differently where nothing is said, such as whether an axis is shown.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kom_rulings.documents.axes import ticks
from kom_rulings.documents.outline import ChartBlock, Series
from kom_rulings.documents.word.chart_sheet import ChartSheet
from kom_rulings.documents.word.markup import escaped

_HEAD: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NAMESPACES: Final = (
    'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
_INK, _FAINT = "222222", "C9CED6"
#: Pattern and colour of each series; an empty pattern is a full colour. All patterns differ, so that the series can be
#: told apart without colours, and every colour stands out from the paper by more than 3:1.
_FILLS: Final = (
    *(("", "1F3A5F"), ("wdUpDiag", "B5541C"), ("dkHorz", "2F6B4A"), ("lgCheck", "6B4C9A")),
    *(("dkVert", "0B4F9E"), ("wdDnDiag", "7A5C00"), ("pct50", "555555"), ("smGrid", "8A1C4A")),
)
_CATEGORY_AXIS, _VALUE_AXIS = 50010001, 50010002
#: Sizes of letters in hundredths of a point.
_SMALL, _MEDIUM = 900, 1000
#: The width of a letter of the small size in a chart sixteen centimetres wide, counted in letters.
_LETTERS: Final = 88
#: Up to so high a column, its parts are tall enough for a number of their own.
_TALLEST_WITH_PARTS: Final = 14
#: The turn of slanted letters, in sixty thousandths of a degree.
_SLANTED: Final = -2700000
#: The height of a chart, and what it grows by for each letter that hangs down, in twips.
_HEIGHT, _LETTER = 4700, 64
#: Few columns stand far apart, so that they do not become walls; the gaps in per cent of a column.
_FEW, _WIDE_GAP, _GAP = 5, 140, 60


def chart_markup(block: ChartBlock, sheet: ChartSheet, language: str, font: str, workbook: str) -> bytes:
    """The chart part. ``language`` as Word names it; ``workbook`` is the id of the relation to the workbook."""
    stacked = len(block.series) > 1
    legend = _legend() if stacked else ""
    inside = (
        f'<c:date1904 val="0"/><c:lang val="{language}"/><c:roundedCorners val="0"/>'
        f'<c:chart><c:autoTitleDeleted val="1"/><c:plotArea><c:layout/>{_columns(block, sheet)}'
        f"{_category_axis(block)}{_value_axis(block)}</c:plotArea>{legend}"
        '<c:plotVisOnly val="1"/><c:dispBlanksAs val="gap"/></c:chart>'
        '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
        f"{_letters(_SMALL, font=font)}"
        f'<c:externalData r:id="{workbook}"><c:autoUpdate val="0"/></c:externalData>'
    )
    return f"{_HEAD}<c:chartSpace {_NAMESPACES}>{inside}</c:chartSpace>".encode()


def _columns(block: ChartBlock, sheet: ChartSheet) -> str:
    stacked = len(block.series) > 1
    series = "".join(_series(block, sheet, n, one) for n, one in enumerate(block.series))
    overlap = '<c:overlap val="100"/>' if stacked else ""
    gap = _WIDE_GAP if len(block.categories) <= _FEW else _GAP
    return (
        f'<c:barChart><c:barDir val="col"/><c:grouping val="{"stacked" if stacked else "clustered"}"/>'
        f'<c:varyColors val="0"/>{series}<c:gapWidth val="{gap}"/>{overlap}'
        f'<c:axId val="{_CATEGORY_AXIS}"/><c:axId val="{_VALUE_AXIS}"/></c:barChart>'
    )


def _series(block: ChartBlock, sheet: ChartSheet, n: int, series: Series) -> str:
    names = _cache("str", [series.name])
    values = "<c:formatCode>General</c:formatCode>" + _points([str(value) for value in series.values])
    return (
        f'<c:ser><c:idx val="{n}"/><c:order val="{n}"/>'
        f"<c:tx><c:strRef><c:f>{escaped(sheet.name_of(n))}</c:f>{names}</c:strRef></c:tx>{_fill(n)}"
        f'<c:invertIfNegative val="0"/>{_labels(block)}'
        f"<c:cat><c:strRef><c:f>{escaped(sheet.categories)}</c:f>{_cache('str', block.categories)}</c:strRef></c:cat>"
        f"<c:val><c:numRef><c:f>{escaped(sheet.values_of(n))}</c:f><c:numCache>{values}</c:numCache></c:numRef></c:val>"
        "</c:ser>"
    )


def _cache(kind: str, words: Sequence[str]) -> str:
    return f"<c:{kind}Cache>{_points(words)}</c:{kind}Cache>"


def _points(words: Sequence[str]) -> str:
    points = "".join(f'<c:pt idx="{n}"><c:v>{escaped(word)}</c:v></c:pt>' for n, word in enumerate(words))
    return f'<c:ptCount val="{len(words)}"/>{points}'


def _fill(n: int) -> str:
    """A dark line around every part, so that light ones can be told from the paper."""
    pattern, colour = _FILLS[n % len(_FILLS)]
    plain = f'<a:solidFill><a:srgbClr val="{colour}"/></a:solidFill>'
    fill = (
        f'<a:pattFill prst="{pattern}"><a:fgClr><a:srgbClr val="{colour}"/></a:fgClr>'
        '<a:bgClr><a:srgbClr val="FFFFFF"/></a:bgClr></a:pattFill>'
        if pattern
        else plain
    )
    return f"<c:spPr>{fill}{_line(_INK)}</c:spPr>"


def _labels(block: ChartBlock) -> str:
    """The numbers: over a column, or on white inside its parts where these are tall enough."""
    stacked = len(block.series) > 1
    if stacked and _tallest(block) > _TALLEST_WITH_PARTS:
        return ""
    white = '<c:spPr><a:solidFill><a:srgbClr val="FFFFFF"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>'
    return (
        # The format leaves out noughts.
        f'<c:dLbls><c:numFmt formatCode="0;;" sourceLinked="0"/>{white if stacked else ""}{_letters(_SMALL)}'
        f'<c:dLblPos val="{"ctr" if stacked else "outEnd"}"/><c:showLegendKey val="0"/><c:showVal val="1"/>'
        '<c:showCatName val="0"/><c:showSerName val="0"/><c:showPercent val="0"/><c:showBubbleSize val="0"/></c:dLbls>'
    )


def _tallest(block: ChartBlock) -> int:
    return max((sum(values) for values in zip(*(one.values for one in block.series), strict=True)), default=0)


def chart_height(block: ChartBlock) -> int:
    """The height in twips at which the columns keep theirs, however long the names under them are."""
    hanging = max(map(len, block.categories), default=0) if _is_slanted(block) else 0
    return _HEIGHT + min(hanging, _LETTERS) * _LETTER


def _is_slanted(block: ChartBlock) -> bool:
    """Whether the names of the categories are too wide to stand beside one another, each word on a line of its own."""
    longest = max((len(word) for category in block.categories for word in category.split()), default=0)
    return (longest + 1) * len(block.categories) > _LETTERS


def _category_axis(block: ChartBlock) -> str:
    turned = _SLANTED if _is_slanted(block) else 0
    return (
        f'<c:catAx><c:axId val="{_CATEGORY_AXIS}"/><c:scaling><c:orientation val="minMax"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="b"/>{_title(block.category_title)}'
        '<c:numFmt formatCode="General" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/>'
        f'<c:tickLblPos val="nextTo"/><c:spPr>{_line(_INK)}</c:spPr>{_letters(_SMALL, turned=turned)}'
        f'<c:crossAx val="{_VALUE_AXIS}"/><c:crosses val="autoZero"/><c:auto val="0"/><c:lblAlgn val="ctr"/>'
        '<c:lblOffset val="100"/><c:tickLblSkip val="1"/><c:noMultiLvlLbl val="1"/></c:catAx>'
    )


def _value_axis(block: ChartBlock) -> str:
    """Whole numbers from nought up."""
    return (
        f'<c:valAx><c:axId val="{_VALUE_AXIS}"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling>'
        f'<c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr>{_line(_FAINT)}</c:spPr></c:majorGridlines>'
        f'{_title(block.value_title, turned=-5400000)}<c:numFmt formatCode="0" sourceLinked="0"/>'
        '<c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/>'
        f'<c:spPr><a:ln><a:noFill/></a:ln></c:spPr>{_letters(_SMALL)}<c:crossAx val="{_CATEGORY_AXIS}"/>'
        f'<c:crosses val="autoZero"/><c:crossBetween val="between"/><c:majorUnit val="{ticks(_tallest(block)).step}"/>'
        "</c:valAx>"
    )


def _title(words: str, turned: int = 0) -> str:
    letters = f'sz="{_MEDIUM}" b="0"'
    return (
        f'<c:title><c:tx><c:rich><a:bodyPr rot="{turned}" vert="horz"/><a:lstStyle/><a:p><a:pPr><a:defRPr {letters}/>'
        f"</a:pPr><a:r><a:rPr {letters}/><a:t>{escaped(words)}</a:t></a:r></a:p></c:rich></c:tx>"
        '<c:overlay val="0"/></c:title>'
    )


def _legend() -> str:
    return f'<c:legend><c:legendPos val="b"/><c:overlay val="0"/>{_letters(_MEDIUM)}</c:legend>'


def _letters(size: int, *, font: str = "", turned: int = 0) -> str:
    face = f'<a:latin typeface="{escaped(font)}"/>' if font else ""
    body = f'<a:bodyPr rot="{turned}" vert="horz"/>' if turned else "<a:bodyPr/>"
    return (
        f'<c:txPr>{body}<a:lstStyle/><a:p><a:pPr><a:defRPr sz="{size}" b="0"><a:solidFill><a:srgbClr val="{_INK}"/>'
        f"</a:solidFill>{face}</a:defRPr></a:pPr><a:endParaRPr/></a:p></c:txPr>"
    )


def _line(colour: str) -> str:
    return f'<a:ln w="9525"><a:solidFill><a:srgbClr val="{colour}"/></a:solidFill></a:ln>'
