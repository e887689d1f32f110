"""A tree is what a case puts on the disk: relative paths (bytes) to contents (bytes) or something that is no regular file."""
import io
import os
import pathlib
import socket
import stat
import struct
import zipfile
import zlib

# Things that are no regular file: (kind, argument).
FIFO, SOCKET, FOLDER = ("fifo", b""), ("socket", b""), ("folder", b"")


def link(target):
    return ("link", target if isinstance(target, bytes) else target.encode())


def sparse(size):
    return ("sparse", str(size).encode())


def write(tree, root):
    """Makes the tree below `root` and gives back the paths that the file system would not have."""
    root = os.fsencode(root)
    refused = []
    for path, content in tree.items():
        full = root + b"/" + path
        try:
            os.makedirs(os.path.dirname(full), exist_ok=True)
            if isinstance(content, bytes):
                with open(full, "wb") as file:
                    file.write(content)
                continue
            kind, argument = content
            if kind == "fifo":
                os.mkfifo(full)
            elif kind == "folder":
                os.makedirs(full, exist_ok=True)
            elif kind == "link":
                os.symlink(argument, full)
            elif kind == "sparse":
                with open(full, "wb") as file:
                    file.truncate(int(argument))
            elif kind == "socket":
                with socket.socket(socket.AF_UNIX) as listener:
                    listener.bind(full)
        except (OSError, ValueError):
            refused.append(path)
    return refused


def read(root):
    """The regular files and links below `root` as a tree."""
    root = os.fsencode(root)
    tree = {}
    for folder, _, names in os.walk(root):
        for name in names:
            full = folder + b"/" + name
            path = os.path.relpath(full, root)
            mode = os.lstat(full).st_mode
            if stat.S_ISLNK(mode):
                tree[path] = link(os.readlink(full))
            elif stat.S_ISREG(mode):
                tree[path] = pathlib.Path(os.fsdecode(full)).read_bytes()
    return tree


def size(tree, tables=()):
    """The bytes that are handed in. A file without contents counts by its length when it must be read: when it is called after one of
    `tables`."""
    total = 0
    for path, content in tree.items():
        if isinstance(content, bytes):
            total += len(content)
        elif content[0] == "sparse" and path.rsplit(b"/", 1)[-1].lower().removesuffix(b".csv").decode("utf-8", "replace") in tables:
            total += int(content[1])
    return total


def pack(members, method=zipfile.ZIP_DEFLATED):
    """A sound zip of `members`: pairs of name and bytes. The same members give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", method) as archive:
        for name, data in members:
            info = zipfile.ZipInfo(name.decode("utf-8", "replace") if isinstance(name, bytes) else name, (2026, 7, 1, 12, 0, 0))
            info.compress_type = method
            info.external_attr = 0o644 << 16
            archive.writestr(info, data)
    return buffer.getvalue()


def unpack(data):
    """The members of a zip, or None when Python cannot read it either."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(entry.file_size for entry in archive.infolist()) > 64 << 20:
                return None
            return [(entry.filename, archive.read(entry)) for entry in archive.infolist() if not entry.is_dir()]
    except Exception:  # zipfile raises many kinds on damaged files
        return None


class RawZip:
    """A zip written field by field, so that each of them can be wrong."""

    def __init__(self, chance):
        self.chance = chance
        self.body = bytearray()
        self.entries = []

    def add(self, name, data, **wrong):
        """Adds an entry. `wrong` overrides: method, flags, crc, packed, unpacked, attributes, local (name), offset, extra."""
        method = wrong.get("method", 8)
        packed = data
        if method == 8:
            deflate = zlib.compressobj(6, zlib.DEFLATED, -15)
            packed = deflate.compress(data) + deflate.flush()
        flags = wrong.get("flags", 0x800)
        crc = wrong.get("crc", zlib.crc32(data))
        sizes = (wrong.get("packed", len(packed)) & 0xFFFFFFFF, wrong.get("unpacked", len(data)) & 0xFFFFFFFF)
        local = wrong.get("local", name)
        extra = wrong.get("extra", b"")
        offset = wrong.get("offset", len(self.body))
        self.body += struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, flags, method, 0, 0x5CE1, crc, *sizes, len(local), len(extra))
        self.body += local + extra + packed
        if flags & 8:
            self.body += struct.pack("<IIII", 0x08074B50, crc, *sizes)
        self.entries.append(
            struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 0x031E, 20, flags, method, 0, 0x5CE1, crc, *sizes, len(name), len(extra), 0, 0,
                        0, wrong.get("attributes", 0o100644 << 16) & 0xFFFFFFFF, offset & 0xFFFFFFFF) + name + extra)

    def finish(self, count=None, comment=b"", directory_offset=None):
        directory = b"".join(self.entries)
        count = len(self.entries) if count is None else count
        offset = len(self.body) if directory_offset is None else directory_offset
        end = struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count & 0xFFFF, count & 0xFFFF, len(directory), offset & 0xFFFFFFFF, len(comment))
        return bytes(self.body) + directory + end + comment
