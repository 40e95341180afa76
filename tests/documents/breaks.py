"""A sound document, and ways to break it: for each the code that must be found, and one change of one part."""

from __future__ import annotations

from kom_rulings.documents.numbering import numbered
from kom_rulings.documents.outline import (
    Bullets,
    ChartBlock,
    Contents,
    Heading,
    Outline,
    Paragraph,
    Run,
    Series,
    TableBlock,
    text,
)

#: A sound document with one of everything.
OUTLINE = numbered(
    Outline(
        title="Rettsavgjørelser om menneskehandel",
        author="Koordineringsenheten mot menneskehandel (KOM)",
        subject="Oversikt per 31. desember 2021",
        language="nb",
        as_of="2021-12-31",
        blocks=(
            Heading(1, "Rettsavgjørelser om menneskehandel", "title"),
            Paragraph(text("Oversikt fra Koordineringsenheten mot menneskehandel (KOM)"), "subtitle"),
            Contents("Innhold"),
            Heading(2, "Tall", "numbers", new_page=True),
            Paragraph(
                (
                    *(Run("Se "), Run("straffeloven § 257", link="https://lovdata.no/lov/2005-05-20-28/§257")),
                    *(Run(" og "), Run("sakene", link="#cases"), Run(". Saken ")),
                    *(Run("Rantsev v. Cyprus and Russia", language="en"), Run(" er omtalt.")),
                )
            ),
            Bullets((text("én sak fra Oslo"), text("to saker fra Bergen"))),
            TableBlock(
                caption="Domfellelser etter år",
                description="Én rad per år, den siste raden er summen.",
                heads=("År", "Antall"),
                rows=((text("2016"), text("2")), (text("2017"), text("4")), (text("Totalt"), text("6"))),
                widths=(70, 30),
                numeric=1,
                total=True,
                anchor="by-year",
            ),
            ChartBlock(
                caption="Domfellelser etter form",
                description="Søylediagram: 2016: 2; 2017: 4.",
                categories=("2016", "2017"),
                series=(Series("Seksuelle ytelser", (1, 3)), Series("Tvangsarbeid", (1, 1))),
                category_title="År",
                value_title="Antall",
                anchor="by-form",
            ),
            Heading(2, "Saker", "cases"),
            Paragraph(text("Slutten av oversikten.")),
        ),
    )
)

BODY, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
CORE, APP, HEADER = "docProps/core.xml", "docProps/app.xml", "word/header1.xml"
CHART, FONTS, LINKS = "word/charts/chart1.xml", "word/fontTable.xml", "word/_rels/document.xml.rels"
PACKAGE = "_rels/.rels"
RELATION = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

END = r"Slutten av oversikten\.</w:t>"
LAST = r'<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr><w:r><w:t xml:space="preserve">Slutten'


def paragraph(words: str, properties: str = "", run: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:rPr>{run}</w:rPr><w:t>{words}</w:t></w:r></w:p>"


def before_last(inserted: str) -> tuple[str, str, str]:
    return BODY, f"(?={LAST})", inserted


def last_says(words: str) -> tuple[str, str, str]:
    return BODY, END, f"{words}</w:t>"


PICTURE = (
    '<w:p><w:r><w:drawing><wp:inline><wp:docPr id="7" name="Bilde 7" descr="{descr}"/><a:graphic>'
    '<a:graphicData uri="x"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"/>'
    "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)
CAPTIONED = '<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr><w:r><w:t>Figur 9. Et bilde</w:t></w:r></w:p>' + PICTURE
LONG = "Et langt avsnitt. " * 10
HIDDEN_TEXT = paragraph("Skjult tekst.", run="<w:vanish/>")
FOREIGN = "The court found that the applicant had not been a victim of trafficking, and dismissed the claim."
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
COMMENT_MARK = '<w:commentRangeStart w:id="0"/>'
TO_PART = f'<Relationship Id="rX" Type="{RELATION}/{{}}" Target="{{}}"{{}}/></Relationships>'

#: The code that must be found, and the change that brings it about: part, pattern, replacement.
BROKEN: list[tuple[str, tuple[str, str, str]]] = [
    ("title-missing", (CORE, "<dc:title>.*?</dc:title>", "<dc:title> </dc:title>")),
    ("title-file-name", (CORE, "<dc:title>.*?<", "<dc:title>oversikt_2021-3<")),
    ("title-file-name", (CORE, "<dc:title>.*?<", "<dc:title>Oversikt over dommer.docx<")),
    ("title-file-name", (CORE, "<dc:title>.*?<", "<dc:title>Dokument1<")),
    ("language-not-set", (STYLES, 'w:lang w:val="nb-NO"', 'w:lang w:val="en-US"')),
    ("language-differs", (SETTINGS, 'themeFontLang w:val="nb-NO"', 'themeFontLang w:val="en-US"')),
    ("language-differs", (CORE, "<dc:language>nb-NO", "<dc:language>en-US")),
    ("name-language", (BODY, '<w:rPr><w:lang w:val="en-GB"/></w:rPr>', "")),
    ("name-language", (BODY, "Rantsev v. Cyprus and Russia", "Rantsev mot Kypros og Russland")),
    ("passage-language", last_says(FOREIGN)),
    ("passage-language", last_says("Hun sa: «She was held in servitude» og mer av det som er kjent av retten.")),
    ("heading-one", before_last(paragraph("Enda en tittel", '<w:pStyle w:val="Heading1"/>'))),
    ("heading-one", (BODY, '<w:p><w:pPr><w:pStyle w:val="Heading1"/>.*?</w:p>', "")),
    ("heading-jump", before_last(paragraph("Nivå fire", '<w:pStyle w:val="Heading4"/>'))),
    ("heading-first", (BODY, "<w:body>", "<w:body>" + paragraph("Først", '<w:outlineLvl w:val="3"/>'))),
    ("heading-faked", before_last(paragraph("Om sakene", run="<w:b/>"))),
    ("heading-title-style", (STYLES, '<w:name w:val="Subtitle"/>', '<w:name w:val="Title"/>')),
    ("contents-unlinked", (BODY, r'<w:hyperlink w:anchor="k_cases" w:history="1">(.*?)</w:hyperlink>', r"\1")),
    ("contents-unlinked", (BODY, r" \\h \\z", "")),
    ("contents-dead", (BODY, 'w:anchor="k_numbers"', 'w:anchor="k_gone"')),
    ("contents-differ", (BODY, 'w:anchor="k_numbers"', 'w:anchor="k_cases"')),
    ("contents-differ", (BODY, "1 Tall", "1 Antall")),
    ("contents-differ", before_last(paragraph("Ny del", '<w:pStyle w:val="Heading2"/>'))),
    ("contents-ask", (SETTINGS, "<w:zoom", '<w:updateFields w:val="true"/><w:zoom')),
    ("contents-ask", (BODY, '<w:fldChar w:fldCharType="begin"', r'\g<0> w:dirty="true"')),
    ("table-header", (BODY, "<w:tblHeader/>", "")),
    ("table-header", (BODY, "<w:tblHeader/>", '<w:tblHeader w:val="0"/>')),
    ("table-header-look", (BODY, 'w:firstRow="1"', 'w:firstRow="0"')),
    ("table-header-below", (BODY, "(<w:cantSplit/>)(</w:trPr>.{0,900}Totalt)", r"\1<w:tblHeader/>\2")),
    ("table-first-column", (BODY, 'w:firstColumn="1"', 'w:firstColumn="0"')),
    ("table-first-column", (BODY, "<w:tblLook .*?/>", '<w:tblLook w:val="0660"/>')),
    ("cell-merged", (BODY, "(<w:tcPr>)(.{0,200}2017)", r'\1<w:vMerge w:val="restart"/>\2')),
    ("cell-merged", (BODY, "(<w:tcPr>)(.{0,200}2017)", r'\1<w:gridSpan w:val="2"/>\2')),
    ("cell-empty", (BODY, ">4</w:t>", "> </w:t>")),
    ("row-uneven", (BODY, "(2017</w:t></w:r></w:p></w:tc>)<w:tc>.*?</w:tc>", r"\1")),
    ("row-splits", (BODY, "<w:cantSplit/><w:tblHeader/>", "<w:tblHeader/>")),
    ("table-title", (BODY, '<w:tblCaption w:val=".*?"/>', '<w:tblCaption w:val=""/>')),
    ("table-description", (BODY, "<w:tblDescription .*?/>", "")),
    ("caption-missing", (BODY, "(?=<w:tbl>)", paragraph("En setning til"))),
    ("caption-bare", (BODY, r"\. Domfellelser etter år</w:t>", "</w:t>")),
    ("caption-missing", (BODY, '<w:p><w:pPr><w:pStyle w:val="Caption"/></w:pPr>(?:(?!</w:p>).)*Figur.*?</w:p>', "")),
    ("alt-missing", (BODY, 'descr=".*?"', 'descr=" "')),
    ("alt-missing", (BODY, 'descr=".*?"', 'descr="Figur 1"')),
    ("alt-file-name", (BODY, 'descr=".*?"', 'descr="diagram.png"')),
    (
        "chart-decorative",
        (
            BODY,
            "(<wp:docPr [^>]*)/>",
            rf'\1><d:decorative xmlns:d="{DECORATIVE}" val="1"/></wp:docPr>',
        ),
    ),
    ("picture-floating", (BODY, "<wp:inline (.*?)</wp:inline>", r"<wp:anchor \1</wp:anchor>")),
    ("text-box", before_last("<w:p><w:r><w:t>Boks</w:t><w:pict/></w:r></w:p>")),
    ("link-empty", (BODY, "straffeloven § 257", "»")),
    ("link-empty", (BODY, '<w:t xml:space="preserve">straffeloven § 257</w:t>', "")),
    ("link-address", (BODY, "straffeloven § 257", "https://lovdata.no/lov/2005-05-20-28")),
    ("link-address", (BODY, "straffeloven § 257", "lovdata.no/lov/2005-05-20-28")),
    ("link-vague", (BODY, "straffeloven § 257", "her")),
    ("link-vague", (BODY, "straffeloven § 257", "Les mer")),
    ("link-dead", (BODY, "(Se .*?)r:id=", r'\1w:anchor="k_gone" w:tooltip=')),
    ("link-dead", (LINKS, 'Target="https://lovdata.no/lov', 'Target="ftp://lov')),
    ("link-dead", (LINKS, 'Target="https://lovdata.no/lov', 'Target="javascript:lov')),
    ("link-dead", before_last("<w:p><w:r><w:t>Se </w:t></w:r><w:fldSimple w:instr=' REF k_gone '/></w:p>")),
    ("bookmark-twice", (BODY, f"(?={LAST})", '<w:bookmarkStart w:id="99" w:name="k_numbers"/>')),
    ("contrast-low", (STYLES, '(w:styleId="Subtitle".*?<w:color w:val=")555555', r"\g<1>999999")),
    (
        "contrast-low",
        before_last(paragraph("Grått på grått.", '<w:shd w:fill="888888"/>', '<w:color w:val="555555"/>')),
    ),
    ("contrast-low", before_last(paragraph("Gult.", run='<w:color w:val="0B4F9E"/><w:highlight w:val="darkBlue"/>'))),
    ("contrast-low", (STYLES, "(firstRow.{0,90}<w:bCs/>)", r'\1<w:color w:val="8A94A3"/>')),
    ("chart-colour-unknown", (CHART, "<c:spPr><a:solidFill>.*?</a:solidFill>", "<c:spPr>")),
    ("chart-faint", (CHART, '(?<=<c:spPr><a:solidFill><a:srgbClr val=")[0-9A-F]{6}', "EEEEEE")),
    (
        "chart-colour-alone",
        (CHART, '<a:pattFill prst="\\w+"><a:fgClr>(.*?)</a:fgClr>.*?</a:pattFill>', r"<a:solidFill>\1</a:solidFill>"),
    ),
    ("chart-text-faint", (CHART, '(<a:defRPr sz="900" b="0"><a:solidFill><a:srgbClr val=")222222', r"\1BBBBBB")),
    ("paragraph-empty", before_last("<w:p/>")),
    ("paragraph-empty", before_last('<w:p><w:r><w:br w:type="page"/></w:r></w:p>')),
    ("tabs", before_last("<w:p><w:r><w:t>Oslo</w:t><w:tab/><w:t>2</w:t></w:r></w:p>")),
    ("blanks", last_says("Oslo     2")),
    ("line-breaks", before_last("<w:p><w:r><w:t>Oslo</w:t><w:br/><w:br/><w:t>Bergen</w:t></w:r></w:p>")),
    ("list-typed", before_last(paragraph("- én ting"))),
    ("list-typed", before_last(paragraph("1) én ting"))),
    ("list-typed", before_last(paragraph("1. første ting") + paragraph("2. andre ting"))),
    ("list-typed", before_last("<w:p><w:r><w:t>Dette:</w:t><w:br/><w:t>• én ting</w:t></w:r></w:p>")),
    ("list-unknown", (STYLES, '<w:numPr><w:numId w:val="1"/>', '<w:numPr><w:numId w:val="77"/>')),
    ("text-small", (STYLES, '(KOM Table Text".*?<w:sz w:val=")19', r"\g<1>16")),
    ("text-small", (CHART, 'sz="900"', 'sz="700"')),
    ("text-justified", before_last(paragraph("Blokkjustert.", '<w:jc w:val="both"/>'))),
    ("text-not-left", before_last(paragraph(LONG, '<w:jc w:val="center"/>'))),
    ("picture-of-text", before_last(CAPTIONED.format(descr="Et utklipp av dommen"))),
    ("edge-alone", (HEADER, "(<w:t[^>]*>) – ", r"\1 – Unntatt offentlighet – ")),
    ("protected", (SETTINGS, "<w:zoom", '<w:documentProtection w:edit="readOnly" w:enforcement="1"/><w:zoom')),
    ("protected", (SETTINGS, "<w:zoom", '<w:writeProtection w:recommended="1"/><w:zoom')),
    ("protected", (APP, "<Application>", "<DocSecurity>2</DocSecurity><Application>")),
    ("font-unknown", before_last(paragraph("Skrift.", run='<w:rFonts w:ascii="Egen Skrift"/>'))),
    ("font-unknown", (FONTS, "<w:font .*</w:font>", "")),
    ("author-missing", (CORE, "<dc:creator>.*?<", "<dc:creator><")),
    (
        "author-no-unit",
        (CORE, "(<dc:creator>|<cp:lastModifiedBy>).*?(?=<)(.*?)(<cp:lastModifiedBy>).*?(?=<)", r"\1kno042\2\3kno042"),
    ),
    ("author-no-unit", (CORE, "(<dc:creator>).*?(?=<)(.*?<cp:lastModifiedBy>).*?(?=<)", r"\1python-docx\2python-docx")),
    (
        "author-not-named",
        (CORE, "(<dc:creator>).*?(?=<)(.*?<cp:lastModifiedBy>).*?(?=<)", r"\1Kari Nordmann\2Kari Nordmann"),
    ),
    ("author-differs", (CORE, "<cp:lastModifiedBy>.*?<", "<cp:lastModifiedBy>Kari Nordmann<")),
    ("author-differs", (APP, "<Application>", "<Manager>Kari Nordmann</Manager><Application>")),
    ("library", (CORE, "</cp:core", "<dc:description>generated by python-docx</dc:description></cp:core")),
    ("thumbnail", (PACKAGE, "</Relationships>", TO_PART.format("thumbnail", "docProps/thumbnail.jpeg", ""))),
    ("custom-part", (PACKAGE, "</Relationships>", TO_PART.format("custom-properties", "docProps/custom.xml", ""))),
    ("custom-part", (LINKS, "</Relationships>", TO_PART.format("customXml", "../customXml/item1.xml", ""))),
    (
        "own-path",
        (
            LINKS,
            "</Relationships>",
            TO_PART.format("attachedTemplate", "file:///C:/Users/kari/mal.dotx", ' TargetMode="External"'),
        ),
    ),
    ("comments", (LINKS, "</Relationships>", TO_PART.format("comments", "comments.xml", ""))),
    ("comments", (BODY, f"(?={LAST})", COMMENT_MARK)),
    ("revisions", before_last("<w:p><w:ins w:author='Kari'><w:r><w:t>Nytt.</w:t></w:r></w:ins></w:p>")),
    ("revisions", (SETTINGS, "<w:zoom", "<w:trackRevisions/><w:zoom")),
    ("revision-ids", (SETTINGS, "<w:compat>", '<w:rsids><w:rsidRoot w:val="00B47730"/></w:rsids><w:compat>')),
    ("revision-ids", (BODY, "<w:body><w:p>", '<w:body><w:p w:rsidR="00B47730">')),
    ("hidden-text", before_last(HIDDEN_TEXT)),
]
#: Changes that bring other failures about too.
BROKEN_WITH_OTHERS: list[tuple[str, tuple[str, str, str]]] = [
    ("heading-empty", before_last(paragraph(" ", '<w:pStyle w:val="Heading2"/>'))),
    (
        "table-nested",
        (BODY, "(?=<w:p><w:pPr><w:pStyle w:val=.KOMTableTextKept)", "<w:tbl><w:tr><w:tc><w:p/></w:tc></w:tr></w:tbl>"),
    ),
]
#: What stands beside the rule of a point and must not be taken for a failure.
SOUND: dict[str, tuple[str, str, str]] = {
    "a logo": before_last(CAPTIONED.format(descr="Logo for politiet")),
    "a date at the beginning": before_last(paragraph("7. juni 2017 falt dommen.") + paragraph("2. november 2018 òg.")),
    "a remark with a dash": before_last(paragraph("– Jeg visste det ikke, sa han.") + paragraph("Retten var uenig.")),
    "a number for a table cell": (BODY, ">4</w:t>", ">– ingen</w:t>"),
    "a link to a site by its name": (BODY, "straffeloven § 257", "politiet.no"),
    "a mail address": (BODY, "straffeloven § 257", "post@example.no"),
    "a short line in the middle": before_last(paragraph("Kort linje.", '<w:jc w:val="center"/>')),
    "a sentence in bold": before_last(paragraph("Tallet er usikkert.", run="<w:b/>")),
    "large text in a light colour": before_last(
        paragraph("Stor skrift.", run='<w:color w:val="888888"/><w:sz w:val="40"/>')
    ),
    "white text in a dark cell": (
        BODY,
        "(<w:tc><w:tcPr>)(<w:tcW [^>]*/>)(</w:tcPr>.{0,200}?<w:r>)(<w:t [^>]*>År)",
        r'\1\2<w:shd w:val="clear" w:fill="1F3A5F"/>\3<w:rPr><w:color w:val="FFFFFF"/></w:rPr>\4',
    ),
    "a few English words": last_says("Rapporten heter Trafficking in Persons Report og er fra 2019."),
    "an English passage that is marked": before_last(paragraph(FOREIGN, run='<w:lang w:val="en-GB"/>')),
    "a French passage that is marked": before_last(paragraph("La traite des êtres.", run='<w:lang w:val="fr-FR"/>')),
    "a caption by a sentence": (
        BODY,
        "(?=<w:tbl>)",
        paragraph("Tabellen viser domfellelser etter år."),
    ),
    "a protection that is not enforced": (
        SETTINGS,
        "<w:zoom",
        '<w:documentProtection w:edit="readOnly" w:enforcement="0"/><w:zoom',
    ),
    "page numbers in the contents": (BODY, "(1 Tall</w:t>)", r"\1<w:tab/><w:t>3</w:t>"),
}
