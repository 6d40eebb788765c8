"""Build `default/style.docx`: the page, the styles and the footers of an official document (公文).

The file is made from the ground up, since python-docx's own default template does not pass
`openxml-audit` and carries Japanese theme fonts. Sizes and indents are those of GB/T 9704-2012;
margins, pitch and fonts come from `default/page.yaml`. Run it after a change of either; a test
fails where the file and this script differ.
"""

from __future__ import annotations

from pathlib import Path

from drafter.render.ooxml import R, W, child, parse_xml, serialize_xml
from drafter.render.package import write_package
from drafter.render.page import apply_page, load_page

DEFAULT = Path(__file__).resolve().parent / "default"

_NS = f'xmlns:w="{W}" xmlns:r="{R}"'
_OFFICE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_REL_TYPES = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

CONTENT_TYPES = f"""<Types xmlns="{_TYPES}">
<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
<Default Extension="xml" ContentType="application/xml"/>
<Override PartName="/word/document.xml" ContentType="{_OFFICE}.document.main+xml"/>
<Override PartName="/word/styles.xml" ContentType="{_OFFICE}.styles+xml"/>
<Override PartName="/word/settings.xml" ContentType="{_OFFICE}.settings+xml"/>
<Override PartName="/word/fontTable.xml" ContentType="{_OFFICE}.fontTable+xml"/>
<Override PartName="/word/theme/theme1.xml"
 ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>
<Override PartName="/word/footer1.xml" ContentType="{_OFFICE}.footer+xml"/>
<Override PartName="/word/footer2.xml" ContentType="{_OFFICE}.footer+xml"/>
<Override PartName="/docProps/core.xml"
 ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>
<Override PartName="/docProps/app.xml"
 ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/>
</Types>"""

RELS = f"""<Relationships xmlns="{_RELATIONSHIPS}">
<Relationship Id="rId1" Type="{_REL_TYPES}/officeDocument" Target="word/document.xml"/>
<Relationship Id="rId2" Target="docProps/core.xml"
 Type="http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"/>
<Relationship Id="rId3" Type="{_REL_TYPES}/extended-properties" Target="docProps/app.xml"/>
</Relationships>"""

DOCUMENT_RELS = f"""<Relationships xmlns="{_RELATIONSHIPS}">
<Relationship Id="rId1" Type="{_REL_TYPES}/styles" Target="styles.xml"/>
<Relationship Id="rId2" Type="{_REL_TYPES}/settings" Target="settings.xml"/>
<Relationship Id="rId3" Type="{_REL_TYPES}/fontTable" Target="fontTable.xml"/>
<Relationship Id="rId4" Type="{_REL_TYPES}/footer" Target="footer1.xml"/>
<Relationship Id="rId5" Type="{_REL_TYPES}/footer" Target="footer2.xml"/>
<Relationship Id="rId6" Type="{_REL_TYPES}/theme" Target="theme/theme1.xml"/>
</Relationships>"""

CORE = """<cp:coreProperties
 xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<dc:creator>drafter</dc:creator><dc:language>zh-CN</dc:language></cp:coreProperties>"""

APP = """<Properties
 xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">
<Application>drafter</Application></Properties>"""

# Margins and pitch are set from page.yaml; docGrid of type lines only, since the characters are
# condensed by the style: a grid of characters would condense them a second time in Word. The styles
# do not snap to it: LibreOffice would stretch the title's exact pitch to two lines of the grid.
DOCUMENT = f"""<w:document {_NS}><w:body><w:sectPr>
<w:footerReference w:type="even" r:id="rId5"/>
<w:footerReference w:type="default" r:id="rId4"/>
<w:pgSz w:w="11906" w:h="16838"/>
<w:pgMar w:top="0" w:right="0" w:bottom="0" w:left="0" w:header="851" w:footer="0" w:gutter="0"/>
<w:cols w:space="425"/><w:docGrid w:type="lines" w:linePitch="0"/>
</w:sectPr></w:body></w:document>"""

# openxml-audit holds a theme to be required; no style refers to it.
_COLORS = {
    "dk1": "000000", "lt1": "FFFFFF", "dk2": "44546A", "lt2": "E7E6E6", "accent1": "4472C4",
    "accent2": "ED7D31", "accent3": "A5A5A5", "accent4": "FFC000", "accent5": "5B9BD5",
    "accent6": "70AD47", "hlink": "0563C1", "folHlink": "954F72",
}  # fmt: skip
_FILL = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
_THEME_FONT = '<a:latin typeface="Times New Roman"/><a:ea typeface="宋体"/><a:cs typeface=""/>'
THEME = "".join((
    '<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" name="drafter">',
    '<a:themeElements><a:clrScheme name="drafter">',
    *(f'<a:{key}><a:srgbClr val="{value}"/></a:{key}>' for key, value in _COLORS.items()),
    f'</a:clrScheme><a:fontScheme name="drafter"><a:majorFont>{_THEME_FONT}</a:majorFont>',
    f'<a:minorFont>{_THEME_FONT}</a:minorFont></a:fontScheme><a:fmtScheme name="drafter">',
    f"<a:fillStyleLst>{_FILL * 3}</a:fillStyleLst>",
    "<a:lnStyleLst>" + f'<a:ln w="6350">{_FILL}</a:ln>' * 3 + "</a:lnStyleLst>",
    "<a:effectStyleLst>" + "<a:effectStyle><a:effectLst/></a:effectStyle>" * 3,
    f"</a:effectStyleLst><a:bgFillStyleLst>{_FILL * 3}</a:bgFillStyleLst>",
    "</a:fmtScheme></a:themeElements></a:theme>",
))  # fmt: skip

# Odd and even pages differ (单页码居右、双页码居左); themeFontLang tells Word to take quotes and
# dashes for Chinese.
SETTINGS = f"""<w:settings {_NS}><w:zoom w:percent="100"/>
<w:defaultTabStop w:val="420"/><w:evenAndOddHeaders/><w:drawingGridVerticalSpacing w:val="156"/>
<w:characterSpacingControl w:val="doNotCompress"/>
<w:compat>
<w:compatSetting w:name="compatibilityMode" w:uri="http://schemas.microsoft.com/office/word"
 w:val="15"/>
</w:compat>
<w:themeFontLang w:val="en-US" w:eastAsia="zh-CN"/>
</w:settings>"""

# What Word is to take where a font is missing; the name in the styles stays as the standard has it.
_FONTS = (
    ("仿宋_GB2312", "仿宋", "modern"),
    ("楷体_GB2312", "楷体", "modern"),
    ("黑体", "SimHei", "modern"),
    ("宋体", "SimSun", "auto"),
    ("方正小标宋简体", "方正小标宋_GBK", "auto"),
)
FONT_TABLE = (
    f"<w:fonts {_NS}>"
    + "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/>'
        f'<w:family w:val="{family}"/><w:pitch w:val="default"/></w:font>'
        for name, other, family in _FONTS
    )
    + "</w:fonts>"
)

_LANG = '<w:lang w:val="en-US" w:eastAsia="zh-CN" w:bidi="ar-SA"/>'
_DEFAULT_FONTS = (
    '<w:rFonts w:ascii="宋体" w:hAnsi="宋体" w:eastAsia="宋体" w:cs="宋体" w:hint="eastAsia"/>'
)
_NO_INDENT = '<w:ind w:firstLineChars="0" w:firstLine="0"/>'

# 公文字号：二号 22 磅，三号 16 磅，四号 14 磅。One character of the body is 320 twips.
_BODY = (
    '<w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>'
    '<w:ind w:firstLineChars="200" w:firstLine="640"/>'
    '<w:jc w:val="both"/></w:pPr>'
    '<w:rPr><w:kern w:val="0"/><w:sz w:val="32"/>'
    '<w:szCs w:val="32"/></w:rPr>'
)


_HIDDEN = '<w:uiPriority w:val="99"/><w:semiHidden/><w:unhideWhenUsed/>'


def _style(  # noqa: PLR0913 – the fields of a w:style
    kind: str,
    identity: str,
    name: str,
    body: str,
    *,
    aliases: str = "",
    base: str = "",
    following: str = "",
    is_default: bool = False,
    is_hidden: bool = False,
) -> str:
    builtin = name in _BUILTIN
    return "".join((
        f'<w:style w:type="{kind}"',
        ' w:default="1"' if is_default else "",
        "" if builtin else ' w:customStyle="1"',
        f' w:styleId="{identity}"><w:name w:val="{name}"/>',
        f'<w:aliases w:val="{aliases}"/>' if aliases else "",
        f'<w:basedOn w:val="{base}"/>' if base else "",
        f'<w:next w:val="{following}"/>' if following else "",
        _HIDDEN if is_hidden else "<w:qFormat/>",
        body,
        "</w:style>",
    ))  # fmt: skip


_BUILTIN = frozenset({
    "Normal", "Title", "heading 1", "heading 2", "heading 3", "heading 4", "footer",
    "annotation text", "annotation reference", "Placeholder Text", "Default Paragraph Font",
    "Normal Table", "No List",
})  # fmt: skip


def _heading(level: int, aliases: str) -> str:
    return _style(
        "paragraph", f"Heading{level}", f"heading {level}",
        f'<w:pPr><w:keepNext/><w:keepLines/><w:outlineLvl w:val="{level - 1}"/></w:pPr>',
        aliases=aliases, base="Normal", following="Normal",
    )  # fmt: skip


def _paragraph_styles() -> str:
    """Styles of paragraphs; 正文 is Word's own Normal, so that pasted text gets the right look."""
    return "".join((
        _style("paragraph", "Normal", "Normal", _BODY, is_default=True),
        _style("paragraph", "Title", "Title",
               '<w:pPr><w:keepNext/><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>'
               '<w:jc w:val="center"/></w:pPr>'
               '<w:rPr><w:kern w:val="0"/><w:sz w:val="44"/>'
               '<w:szCs w:val="44"/></w:rPr>',
               aliases="公文标题", following="Normal"),
        _style("paragraph", "Addressee", "主送机关", f"<w:pPr>{_NO_INDENT}</w:pPr>",
               base="Normal", following="Normal"),
        _heading(1, "一级标题"),
        _heading(2, "二级标题"),
        _heading(3, "三级标题"),
        _heading(4, "四级标题"),
        # 四号楷体、灰色、左侧竖线：一眼可知不是本年正文。
        _style("paragraph", "LastYear", "上年提示",
               '<w:pPr><w:pBdr><w:left w:val="single" w:sz="24" w:space="8" w:color="A6A6A6"/>'
               '</w:pBdr><w:shd w:val="clear" w:color="auto" w:fill="F5F5F5"/>'
               '<w:spacing w:line="480" w:lineRule="exact"/>'
               '<w:ind w:left="640" w:firstLineChars="0" w:firstLine="0"/></w:pPr>'
               '<w:rPr><w:color w:val="595959"/>'
               '<w:spacing w:val="0"/><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>',
               base="Normal"),
        _style("paragraph", "ToWrite", "待填段落",
               '<w:pPr><w:shd w:val="clear" w:color="auto" w:fill="FFF8E1"/></w:pPr>',
               base="Normal", following="Normal"),
        # 首行缩进 2 字，回行与“附件：”之后的首字对齐。
        _style("paragraph", "Attachment", "附件说明",
               '<w:pPr><w:ind w:left="1575" w:firstLineChars="0" w:hanging="945"/></w:pPr>',
               base="Normal", following="AttachmentMore"),
        _style("paragraph", "AttachmentMore", "附件续项",
               '<w:pPr><w:ind w:left="1575" w:firstLineChars="0" w:firstLine="0"/></w:pPr>',
               base="Normal"),
        # 左缩进由程序按署名长短写入：成文日期首字比署名首字右移 2 字。
        _style("paragraph", "Signature1", "落款",
               f'<w:pPr><w:keepNext/><w:keepLines/>{_NO_INDENT}<w:jc w:val="left"/></w:pPr>',
               base="Normal", following="IssueDate"),
        _style("paragraph", "IssueDate", "成文日期",
               f'<w:pPr><w:keepLines/>{_NO_INDENT}<w:jc w:val="left"/></w:pPr>',
               base="Normal", following="Normal"),
        _style("paragraph", "Remark", "附注", "", base="Normal", following="Normal"),
        # 四号仿宋，左右各空 1 字，回行与冒号后的首字对齐；首末两条分隔线粗些。
        _style("paragraph", "Imprint", "版记",
               '<w:pPr><w:keepLines/><w:pBdr><w:top w:val="single" w:sz="8" w:space="0"/>'
               '<w:bottom w:val="single" w:sz="8" w:space="0"/>'
               '<w:between w:val="single" w:sz="6" w:space="0"/></w:pBdr>'
               '<w:ind w:left="1120" w:right="280" w:firstLineChars="0" w:hanging="840"/></w:pPr>'
               '<w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>',
               base="Normal"),
        # 四号仿宋居中，行距随内容，窄格里的长名称才放得下。
        _style("paragraph", "TableText", "表格文字",
               f'<w:pPr><w:spacing w:line="400" w:lineRule="exact"/>{_NO_INDENT}'
               '<w:jc w:val="center"/></w:pPr>'
               '<w:rPr><w:spacing w:val="0"/><w:sz w:val="24"/><w:szCs w:val="24"/></w:rPr>',
               base="Normal"),
        _style("paragraph", "EmptyLine", "空行", f"<w:pPr>{_NO_INDENT}</w:pPr>", base="Normal"),
        # 页码：四号半角宋体，右空 1 字；偶数页在 footer2.xml 里改为左空 1 字。
        _style("paragraph", "Footer", "footer",
               '<w:pPr><w:widowControl w:val="0"/><w:snapToGrid w:val="0"/>'
               '<w:spacing w:line="400" w:lineRule="exact"/>'
               '<w:ind w:rightChars="100" w:right="280"/><w:jc w:val="right"/></w:pPr>'
               '<w:rPr><w:sz w:val="28"/><w:szCs w:val="28"/></w:rPr>',
               aliases="页码"),
        _style("paragraph", "CommentText", "annotation text",
               '<w:rPr><w:sz w:val="20"/><w:szCs w:val="20"/></w:rPr>', is_hidden=True),
    ))  # fmt: skip


def _character_styles() -> str:
    return "".join((
        _style("character", "DefaultParagraphFont", "Default Paragraph Font", "",
               is_default=True, is_hidden=True),
        _style("character", "CarriedText", "沿用文字",
               '<w:rPr><w:color w:val="1F4E79"/></w:rPr>', base="DefaultParagraphFont"),
        _style("character", "PlaceholderText", "Placeholder Text",
               '<w:rPr><w:color w:val="737373"/></w:rPr>', base="DefaultParagraphFont"),
        _style("character", "CommentReference", "annotation reference",
               '<w:rPr><w:sz w:val="16"/><w:szCs w:val="16"/></w:rPr>',
               base="DefaultParagraphFont", is_hidden=True),
    ))  # fmt: skip


def _other_styles() -> str:
    margins = "".join(
        f'<w:{side} w:w="{width}" w:type="dxa"/>'
        for side, width in (("top", 0), ("left", 108), ("bottom", 0), ("right", 108))
    )
    lines = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    return _style(
        "table", "TableNormal", "Normal Table",
        '<w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        f"<w:tblCellMar>{margins}</w:tblCellMar></w:tblPr>",
        is_default=True, is_hidden=True,
    ) + _style(
        "table", "ReportTable", "表格",
        f"<w:tblPr><w:jc w:val=\"center\"/><w:tblBorders>{lines}</w:tblBorders></w:tblPr>",
        base="TableNormal",
    ) + _style("numbering", "NoList", "No List", "", is_default=True, is_hidden=True)  # fmt: skip


STYLES = (
    f"<w:styles {_NS}><w:docDefaults><w:rPrDefault><w:rPr>{_DEFAULT_FONTS}"
    f'<w:sz w:val="21"/><w:szCs w:val="21"/>{_LANG}</w:rPr></w:rPrDefault><w:pPrDefault/>'
    "</w:docDefaults>"
    '<w:latentStyles w:defLockedState="0" w:defUIPriority="99" w:defSemiHidden="1"'
    ' w:defUnhideWhenUsed="1" w:defQFormat="0" w:count="376"/>'
    f"{_paragraph_styles()}{_character_styles()}{_other_styles()}</w:styles>"
)


def _footer(properties: str = "") -> str:
    def run(content: str) -> str:
        return f'<w:r><w:rPr><w:rFonts w:hint="eastAsia"/></w:rPr>{content}</w:r>'

    return (
        f'<w:ftr {_NS}><w:p><w:pPr><w:pStyle w:val="Footer"/>{properties}</w:pPr>'
        + run('<w:t xml:space="preserve">— </w:t>')
        + run('<w:fldChar w:fldCharType="begin"/>')
        + run('<w:instrText xml:space="preserve"> PAGE </w:instrText>')
        + run('<w:fldChar w:fldCharType="separate"/>')
        + run("<w:t>1</w:t>")
        + run('<w:fldChar w:fldCharType="end"/>')
        + run('<w:t xml:space="preserve"> —</w:t>')
        + "</w:p></w:ftr>"
    )


FOOTER_EVEN = _footer(
    '<w:ind w:leftChars="100" w:left="280" w:rightChars="0" w:right="0"/><w:jc w:val="left"/>'
)


def build() -> bytes:
    """The style sheet as a Word file; stored uncompressed, the same on every machine."""
    styles, document = parse_xml(STYLES.encode()), parse_xml(DOCUMENT.encode())
    section = child(child(document, "body"), "sectPr")
    apply_page(load_page(DEFAULT / "page.yaml"), styles=styles, section=section)
    texts = {
        "[Content_Types].xml": CONTENT_TYPES,
        "_rels/.rels": RELS,
        "docProps/app.xml": APP,
        "docProps/core.xml": CORE,
        "word/_rels/document.xml.rels": DOCUMENT_RELS,
        "word/settings.xml": SETTINGS,
        "word/fontTable.xml": FONT_TABLE,
        "word/theme/theme1.xml": THEME,
        "word/footer1.xml": _footer(),
        "word/footer2.xml": FOOTER_EVEN,
    }
    parts = {name: serialize_xml(parse_xml(text.encode())) for name, text in texts.items()}
    parts["word/styles.xml"] = serialize_xml(styles)
    parts["word/document.xml"] = serialize_xml(document)
    return write_package(parts, is_compressed=False)


if __name__ == "__main__":
    (DEFAULT / "style.docx").write_bytes(build())
