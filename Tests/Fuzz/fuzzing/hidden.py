"""Where a workbook or a zip can hold words that are in no cell: properties, remarks, headers, names, tips, pictures' texts."""
import io
import re
import zipfile

from . import workbooks

HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
DC = 'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
EXTENDED = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
CUSTOM = "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"
DRAWING = "http://schemas.openxmlformats.org/drawingml/2006/main"
PLACES = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"
OFFICE = ('xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" '
          'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
          'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"')


def end_of(tag):
    """Puts something before the end of an element of a part."""
    def put(parts, part, text):
        parts[part] = parts[part].replace(f"</{tag}>".encode(), text.encode() + f"</{tag}>".encode(), 1)
    return put


def whole(parts, part, text):
    parts[part] = (HEAD + text).encode()


# Place: the part that it is put into, how, and the XML around the value.
XLSX = {
    **{f"core {tag}": ("docProps/core.xml", whole, f"<cp:coreProperties {DC}><{tag}>{{}}</{tag}></cp:coreProperties>")
       for tag in ("dc:title", "dc:creator", "cp:lastModifiedBy", "dc:description", "cp:keywords", "cp:category")},
    **{f"app {tag}": ("docProps/app.xml", whole, f'<Properties xmlns="{EXTENDED}"><{tag}>{{}}</{tag}></Properties>') for tag in ("Company", "Manager", "HyperlinkBase")},
    "custom property": ("docProps/custom.xml", whole, f'<Properties xmlns="{CUSTOM}"><property name="Dossier"><vt:lpwstr xmlns:vt="urn:vt">{{}}</vt:lpwstr></property></Properties>'),
    "comment": ("xl/comments1.xml", whole, f'<comments xmlns="{workbooks.MAIN}"><authors><author>{{}}</author></authors><commentList><comment ref="A2" authorId="0"><text><t>{{}}</t></text></comment></commentList></comments>'),
    "threaded comment": ("xl/threadedComments/threadedComment1.xml", whole, '<ThreadedComments xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><threadedComment ref="A2" id="{{1}}"><text>{}</text></threadedComment></ThreadedComments>'),
    "person of comments": ("xl/persons/person.xml", whole, '<personList xmlns="http://schemas.microsoft.com/office/spreadsheetml/2018/threadedcomments"><person displayName="{}" id="1"/></personList>'),
    "picture's text": ("xl/drawings/drawing1.xml", whole, f'<xdr:wsDr xmlns:xdr="{PLACES}" xmlns:a="{DRAWING}"><xdr:sp><xdr:nvSpPr><xdr:cNvPr id="2" name="{{}}" descr="{{}}"/></xdr:nvSpPr><xdr:txBody><a:p><a:r><a:t>{{}}</a:t></a:r></a:p></xdr:txBody></xdr:sp></xdr:wsDr>'),
    "defined name": ("xl/workbook.xml", end_of("workbook"), '<definedNames><definedName name="Wie" comment="{}">"{}"</definedName></definedNames>'),
    "header": ("xl/worksheets/sheet1.xml", end_of("worksheet"), "<headerFooter><oddHeader>&amp;L{}</oddHeader><oddFooter>{}</oddFooter></headerFooter>"),
    "tip": ("xl/worksheets/sheet1.xml", end_of("worksheet"), '<dataValidations count="1"><dataValidation sqref="A2" promptTitle="{}" prompt="{}" error="{}"><formula1>"{}"</formula1></dataValidation></dataValidations>'),
    "link": ("xl/worksheets/sheet1.xml", end_of("worksheet"), '<hyperlinks><hyperlink ref="A2" location="A1" display="{}" tooltip="{}"/></hyperlinks>'),
    "number format": ("xl/styles.xml", end_of("styleSheet"), '<extLst><ext uri="x"><a formatCode="&quot;{}&quot;0"/></ext></extLst>'),
    "connection": ("xl/connections.xml", whole, f'<connections xmlns="{workbooks.MAIN}"><connection id="1" name="{{}}" connection="Server={{}}"/></connections>'),
    "query": ("xl/customXml/item1.xml", whole, "<query>{}</query>"),
}
ODS = {
    **{f"meta {tag}": ("meta.xml", whole, f'<office:document-meta {OFFICE}><office:meta><{tag}>{{}}</{tag}></office:meta></office:document-meta>')
       for tag in ("dc:title", "dc:creator", "meta:initial-creator", "dc:description", "meta:keyword")},
    "own property": ("meta.xml", whole, f'<office:document-meta {OFFICE}><office:meta><meta:user-defined meta:name="Dossier">{{}}</meta:user-defined></office:meta></office:document-meta>'),
    "header": ("styles.xml", whole, f"<office:document-styles {OFFICE}><office:master-styles><style:master-page><style:header><text:p>{{}}</text:p></style:header></style:master-page></office:master-styles></office:document-styles>"),
    "tip": ("content.xml", end_of("office:spreadsheet"), '<table:content-validations><table:content-validation table:name="v"><table:help-message><text:p>{}</text:p></table:help-message></table:content-validation></table:content-validations>'),
    "range name": ("content.xml", end_of("office:spreadsheet"), '<table:named-expressions><table:named-expression table:name="Wie" table:expression="of:=&quot;{}&quot;"/></table:named-expressions>'),
    "settings": ("settings.xml", whole, "<s><item name=\"Printer\">{}</item></s>"),
}
ODS_COMMENT = re.compile(rb'(<table:table-cell office:value-type="string">)')


def put(parts, place, value, isODS=False):
    """Puts `value` into a workbook's parts at `place`."""
    part, how, frame = (ODS if isODS else XLSX)[place]
    how(parts, part, frame.replace("{{", "\0").replace("}}", "\1").replace("{}", workbooks.clean(value)).replace("\0", "{").replace("\1", "}"))


def comment_in_cell(parts, value):
    """Puts a remark on the first cell with text of an OpenDocument sheet: it stands inside the cell."""
    remark = f'<office:annotation><dc:creator xmlns:dc="http://purl.org/dc/elements/1.1/">{workbooks.clean(value)}</dc:creator><text:p>{workbooks.clean(value)}</text:p></office:annotation>'
    parts["content.xml"] = ODS_COMMENT.sub(lambda match: match[1] + remark.encode(), parts["content.xml"], count=1)


def zip_comments(data, of_zip, of_entry):
    """The zip with a remark of its own, and one on its first entry."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for number, entry in enumerate(old.infolist()):
            if number == 0:
                entry.comment = of_entry.encode()[:1000]
            new.writestr(entry, old.read(entry))
        new.comment = of_zip.encode()[:1000]
    return out.getvalue()
