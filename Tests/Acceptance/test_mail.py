"""Mails that convert and status write: Python's own reader takes them apart, and nothing of a delivery can begin another header."""
import email
import email.policy

from support import COVER, REGISTER, ToolTest

FROM = "social.return@departement.example"


class MailTest(ToolTest):
    """convert --mail and status --mail."""

    def register(self, contact="klachten@register.example"):
        """A register whose suppliers have a mailbox."""
        folder = self.folder / "register"
        if not folder.exists():
            folder.mkdir()
            for path in REGISTER.glob("*.csv"):
                lines = path.read_text("utf-8-sig").splitlines()
                if path.name == "leveranciers.csv":
                    lines = [lines[0] + ";contact"] + [f"{line};{contact}" for line in lines[1:]]
                if path.name == "contracten.csv":
                    lines = [lines[0] + ";rapportage_binnen_dagen"] + [f"{line};20" for line in lines[1:]]
                (folder / path.name).write_text("\n".join(lines) + "\n", "utf-8")
        return folder

    def mail(self, path):
        """The mail at `path`, taken apart."""
        data = path.read_bytes()
        for line in data.split(b"\r\n"):
            self.assertLessEqual(len(line), 78)
            self.assertNotIn(b"\n", line)
        self.assertTrue(all(byte < 128 for byte in data))
        message = email.message_from_bytes(data, policy=email.policy.default)
        self.assertEqual(message.defects, [])
        for part in message.walk():
            self.assertEqual(part.defects, [])
        return message

    def convert(self, submission, *options, output="uit", sender=FROM):
        return self.run_tool(
            "convert", submission, "--register", self.register(), "--output", self.folder / output, "--mail", sender, *options)

    def test_the_feedback_goes_with_the_letter(self):
        made = self.convert(self.submission(voorblad=COVER.replace("\r\n", ";contact\r\n", 1).replace(
            ";ja\r\n", ";ja;social@leverancier.example\r\n")))
        self.assertEqual(made.returncode, 0, made.stderr.decode())
        result = self.folder / "uit" / "inzending"
        message = self.mail(result / "retourbericht.eml")
        self.assertEqual(message["From"], FROM)
        self.assertEqual(message["To"], "social@leverancier.example")
        self.assertEqual(message["Subject"], "Terugkoppeling social return 2026-Q2")
        self.assertEqual(message["Date"].datetime.isoformat(), "2026-07-03T12:00:00+00:00")
        self.assertTrue(message["Message-ID"].endswith("@departement.example>"))
        text = message.get_body(("plain",)).get_content()
        self.assertEqual(text.replace("\r\n", "\n").strip(), (result / "retourbericht.txt").read_text().strip())
        attached, = message.iter_attachments()
        self.assertEqual(attached.get_filename(), "terugkoppeling.xlsx")
        self.assertEqual(attached.get_content(), (result / "terugkoppeling.xlsx").read_bytes())

    def test_the_same_bytes_twice(self):
        submission = self.submission()
        for output in ("een", "twee"):
            self.convert(submission, output=output)
        first, second = ((self.folder / name / "inzending" / "retourbericht.eml").read_bytes() for name in ("een", "twee"))
        self.assertEqual(first, second)

    def test_the_register_knows_the_mailbox(self):
        self.convert(self.submission())
        message = self.mail(self.folder / "uit" / "inzending" / "retourbericht.eml")
        self.assertEqual(message["To"], "klachten@register.example")

    def test_no_address_is_said(self):
        self.register("geen")
        made = self.convert(self.submission())
        message = self.mail(self.folder / "uit" / "inzending" / "retourbericht.eml")
        self.assertIsNone(message["To"])
        self.assertIn("geen mailadres", made.stderr.decode())

    def test_nothing_begins_another_header(self):
        cases = ("a@b.example\nBcc: x@y.example", "a@b.example, c@d.example", "\"a@b.example\"", "a@b@c.example", "a@-b.example",
                 "a@b", "a b@c.example", "é@b.example", "<a@b.example>\r\nSubject: x")
        for index, contact in enumerate(cases):
            with self.subTest(contact=contact):
                self.register("geen")
                quoted = '"' + contact.replace('"', '""') + '"'
                cover = COVER.replace("\r\n", ";contact\r\n", 1).replace(";ja\r\n", f";ja;{quoted}\r\n").replace(
                    "Voorbeeld Schoon B.V.", '"Voorbeeld\nBcc: z@y.example\nSchoon"')
                self.convert(self.submission(f"inzending-{index}", voorblad=cover), output=f"uit-{index}")
                message = self.mail(self.folder / f"uit-{index}" / f"inzending-{index}" / "retourbericht.eml")
                self.assertEqual(
                    [name for name in message.keys() if name not in (
                        "From", "To", "Subject", "Date", "Message-ID", "X-Unsent", "MIME-Version", "Content-Type")], [])
                self.assertNotIn("y.example", str(message["To"]))

    def test_a_sender_that_is_none_is_refused(self):
        for sender in ("geen", "a@b", "a@b.example\nBcc: c@d.example", ""):
            with self.subTest(sender=sender):
                self.assertEqual(self.convert(self.submission(f"s-{len(sender)}"), sender=sender).returncode, 2)
        named = self.convert(self.submission("met-naam"), sender="Ministerie, café <a@b.example>", output="naam")
        self.assertEqual(named.returncode, 0, named.stderr.decode())
        message = self.mail(self.folder / "naam" / "met-naam" / "retourbericht.eml")
        self.assertEqual(message["From"].addresses[0].display_name, "Ministerie, café")

    def test_what_cannot_be_read_gets_a_mail_too(self):
        path = self.folder / "kapot.xlsx"
        path.write_bytes(b"PK\x03\x04 half")
        made = self.convert(path)
        self.assertEqual(made.returncode, 3)
        message = self.mail(self.folder / "uit" / "kapot" / "retourbericht.eml")
        self.assertIsNone(message["To"])
        self.assertEqual(list(message.iter_attachments()), [])

    def test_reminders_once(self):
        inbox = self.folder / "inbox"
        inbox.mkdir()
        options = ("status", inbox, "--register", self.register(), "--on", "01-09-2026", "--mail", FROM, "--output",
                   self.folder / "post")
        made = self.run_tool(*options)
        self.assertEqual(made.returncode, 0, made.stderr.decode())
        names = sorted(path.name for path in (self.folder / "post").iterdir())
        self.assertTrue(names)
        self.assertEqual(len(names), len(set(names)))
        for name in names:
            message = self.mail(self.folder / "post" / name)
            self.assertEqual(message["To"], "klachten@register.example")
            body = message.get_body(("plain",)) if message.is_multipart() else message
            self.assertIn("nog niet gezien", " ".join(body.get_content().split()))
        before = {name: (self.folder / "post" / name).stat().st_mtime_ns for name in names}
        again = self.run_tool(*options)
        self.assertIn("0 herinneringen", again.stderr.decode())
        self.assertEqual(before, {name: (self.folder / "post" / name).stat().st_mtime_ns for name in names})
        self.assertEqual(self.run_tool("status", inbox, "--register", self.register(), "--mail", FROM).returncode, 2)
