"""The parts of a Word document that are the same in each: styles, footer, what refers to what (ECMA-376, part 1)."""

from __future__ import annotations

_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml"

NAMESPACE = f'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:r="{_OFFICE}"'

CONTENT_TYPES = (
    f'{_HEAD}<Types xmlns="{_PACKAGE}/content-types">'
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    '<Default Extension="xml" ContentType="application/xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{_MAIN}.document.main+xml"/>'
    f'<Override PartName="/word/styles.xml" ContentType="{_MAIN}.styles+xml"/>'
    f'<Override PartName="/word/footer1.xml" ContentType="{_MAIN}.footer+xml"/>'
    '<Override PartName="/docProps/core.xml" '
    'ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>'
)

RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="word/document.xml"/>'
    f'<Relationship Id="rId2" Type="{_PACKAGE}/relationships/metadata/core-properties" Target="docProps/core.xml"/>'
    "</Relationships>"
)

WORD_RELATIONS = (
    f'{_HEAD}<Relationships xmlns="{_PACKAGE}/relationships">'
    f'<Relationship Id="rId1" Type="{_OFFICE}/styles" Target="styles.xml"/>'
    f'<Relationship Id="rId2" Type="{_OFFICE}/footer" Target="footer1.xml"/></Relationships>'
)

FOOTER = (
    f'{_HEAD}<w:ftr {NAMESPACE}><w:p><w:pPr><w:pStyle w:val="Normal"/>'
    '<w:tabs><w:tab w:val="right" w:pos="{tab}"/></w:tabs></w:pPr>{foot}<w:r><w:tab/></w:r>'
    '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
    '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r>'
    '<w:r><w:fldChar w:fldCharType="end"/></w:r></w:p></w:ftr>'
)
"""To be filled with the run of its text and the place of the tab."""


def core(title: str, language: str) -> str:
    """The properties of the document; ``title`` is escaped."""
    return (
        f'{_HEAD}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{title}</dc:title><dc:language>{language}</dc:language></cp:coreProperties>"
    )


def _style(name: str, title: str, paragraph: str = "", run: str = "") -> str:
    based = "" if name == "Normal" else '<w:basedOn w:val="Normal"/>'
    usual = ' w:default="1"' if name == "Normal" else ""
    return (
        f'<w:style w:type="paragraph"{usual} w:styleId="{name}"><w:name w:val="{title}"/>{based}<w:qFormat/>'
        f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr></w:style>"
    )


_SERIF = '<w:rFonts w:ascii="Georgia" w:hAnsi="Georgia"/>'
_RULE = '<w:{} w:val="single" w:sz="{}" w:space="{}" w:color="888888"/>'

_ROWS = f"<w:pBdr>{_RULE.format('bottom', 4, 0)}{_RULE.format('between', 4, 0)}</w:pBdr>"
"""Lines to write on: paragraphs of one style that follow one another are one box, with lines only where it says so."""

STYLES = (
    f"{_HEAD}<w:styles {NAMESPACE}><w:docDefaults><w:rPrDefault><w:rPr>"
    '<w:rFonts w:ascii="Arial" w:hAnsi="Arial" w:cs="Arial" w:eastAsia="Malgun Gothic"/><w:sz w:val="21"/>'
    '<w:lang w:val="{language}" w:eastAsia="ko-KR"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr>'
    '<w:spacing w:after="60" w:line="264" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults>'
    + _style("Normal", "Normal")
    + _style("Subtitle", "Subtitle", '<w:spacing w:after="0"/>', '<w:color w:val="444444"/>')
    + _style("Heading1", "heading 1", '<w:spacing w:after="120"/><w:outlineLvl w:val="0"/>', '<w:b/><w:sz w:val="36"/>')
    + _style("Heading2", "heading 2", '<w:spacing w:before="240" w:after="60"/><w:outlineLvl w:val="1"/>', "<w:b/>")
    + _style("Heading3", "heading 3", '<w:outlineLvl w:val="2"/>', "<w:b/>")
    + _style("Head", "Head", '<w:spacing w:before="60" w:after="180"/>')
    + _style("Quote", "Quote", f'<w:pBdr>{_RULE.format("left", 12, 8)}</w:pBdr>' + '<w:ind w:left="340"/>', _SERIF)
    + _style("Option", "Option", '<w:ind w:left="720" w:hanging="380"/>')
    + _style("Unit", "Unit", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
             '<w:sz w:val="18"/>')
    + _style("Box", "Box", '<w:spacing w:after="0" w:line="240" w:lineRule="auto"/><w:jc w:val="center"/>',
             '<w:sz w:val="26"/>')
    + _style("Row", "Row", _ROWS + '<w:spacing w:before="240" w:after="60"/>')
    + _style("Card", "Card", '<w:spacing w:before="360" w:after="120"/><w:jc w:val="center"/>', '<w:sz w:val="28"/>')
    + _style("Between", "Between", '<w:spacing w:after="120"/>', '<w:sz w:val="8"/>')
    + _style("Source", "Source", '<w:ind w:left="480" w:hanging="480"/>', '<w:sz w:val="19"/>')
    + "</w:styles>"
)  # fmt: skip
"""To be filled with the language."""
