"""The report of what `make bench` measured: docs/prestaties.md, and a few lines for the terminal."""
import collections
import math

from measuring import exponent, middle

REPORT, CONVERT, CHECK, VERSION = "maatwerk convert --only rapport", "maatwerk convert", "maatwerk check", "maatwerk --version"
UNCHANGED, CONSOLIDATE = "maatwerk convert, niets veranderd", "maatwerk consolidate"
COPY, COPY_BOTH, COPY_TABLES = "C, alle cellen van het rapport", "C, alle cellen van beide werkmappen", "C, alleen de tabellen"
#: What each is called in the report, and what it is measured against.
NAMES = {
    "xlsxwriter": "XlsxWriter (Python, constant_memory)", "openpyxl": "openpyxl (Python, write_only)", "polars": "polars write_excel (Python)",
    "rustpy_xlsxwriter": "rustpy-xlsxwriter (Rust, uit polars)", "rvgsrust_xlsxwriter": "rvgsrust-xlsxwriter (Rust, uit polars)",
    "frictionless": "frictionless (Python)", "pandera": "pandera op polars (Python)", "duckdb": "DuckDB (zoekvraag)",
}
#: What is left of a profile.
REST = "overig"
KINDS = {"schoon": "schoon", "1%": "1% van de inzet fout", "100%": "elke inzet een fout", "elke cel": "elke cel fout"}


def number(value, digits=0):
    """A number as Dutch writes it."""
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def significant(value):
    """A time or ratio with as many decimals as mean something."""
    return number(value, 3 if value < 0.1 else 2 if value < 10 else 1 if value < 100 else 0)


class Figures:
    """What was measured, to look things up in."""

    def __init__(self, results):
        self.results = results
        self.facts = results["facts"]
        self.series = results["series"]

    def one(self, part, size, name, kind="schoon"):
        return next((one for one in self.series if (one["part"], one["size"], one["name"], one["kind"]) == (part, size, name, kind)), None)

    def sizes(self, part):
        return sorted({one["size"] for one in self.series if one["part"] == part})

    def largest(self, part):
        return max(self.sizes(part), default=None)

    def middle(self, part, size, name, what, kind="schoon"):
        one = self.one(part, size, name, kind)
        return one and middle(one["runs"], what)

    def ratio(self, part, size, name, other, what="wall"):
        value, base = self.middle(part, size, name, what), self.middle(part, size, other, what)
        return value / base if value and base else None

    def submission(self, size, kind="schoon"):
        return next((one for one in self.results["submissions"] if (one["size"], one["kind"]) == (size, kind)), None)

    def exponent(self, part, name, what):
        return exponent([(size, self.middle(part, size, name, what)) for size in self.sizes(part) if self.one(part, size, name)])

    def last_step(self, part, name, what):
        """The power between the two largest sizes."""
        sizes = [size for size in self.sizes(part) if self.one(part, size, name)][-2:]
        return self.exponent_between(part, name, what, *sizes) if len(sizes) == 2 else None

    def exponent_between(self, part, name, what, small, large):
        return math.log(self.middle(part, large, name, what) / self.middle(part, small, name, what)) / math.log(large / small)

    def checked_rows(self, size, kind="schoon"):
        """Rows a second that `check` reads."""
        wall, submission = self.middle("checking", size, CHECK, "wall", kind), self.submission(size, kind)
        return submission["read"] / wall if wall and submission else None


    def batch_one(self, name):
        return next((one for one in self.series if (one["part"], one["name"]) == ("batch", name)), None)

    def batch_rate(self, name):
        """Submissions a second."""
        one = self.batch_one(name)
        return one and one["pieces"] / middle(one["runs"], "wall")

    def batch_cpu(self, name):
        """Seconds of processors a submission."""
        one = self.batch_one(name)
        return one and middle(one["runs"], "cpu") / one["pieces"]


Goal = collections.namedtuple("Goal", "what wanted measured is_met")


def goals(figures):
    """The goals, each with what was measured; nothing measured where its part was not run."""
    found = []

    def add(what, wanted, value, limit, at_most=True, unit="", digits=2):
        if value is None:
            found.append(Goal(what, wanted, "niet gemeten", None))
        else:
            found.append(Goal(what, wanted, f"{number(value, digits)}{unit}", value <= limit if at_most else value >= limit))

    size = figures.largest("writing")
    at = f" van {number(size)} plaatsingen" if size else ""
    add(f"rapport{at}, kloktijd tegen C met dezelfde cellen", "ten hoogste 0,60 keer", size and figures.ratio("writing", size, REPORT, COPY), 0.6,
        unit=" keer")
    pace, cpu, copy = figures.batch_rate(CONVERT), figures.batch_cpu(CONVERT), figures.batch_cpu(COPY_BOTH)
    add("inzendingen van 50 rijen per seconde, op twee kernen", "ten minste 150", pace, 150, at_most=False, digits=0)
    add("hetzelfde, processortijd tegen C met dezelfde cellen", "ten hoogste 0,90 keer", cpu and copy and cpu / copy, 0.9, unit=" keer")
    size = figures.largest("checking")
    at = f" van {number(size)} plaatsingen" if size else ""
    add(f"`check`{at}, rijen per seconde, op twee kernen", "ten minste 1.000.000", size and figures.checked_rows(size), 1_000_000, at_most=False,
        digits=0)
    add("`convert` van 1.000.000 plaatsingen, grootste proces", "minder dan 700 MB", figures.middle("writing", 1_000_000, CONVERT, "memory"), 700,
        unit=" MB", digits=0)
    add("`check` van 1.000.000 plaatsingen, grootste proces", "minder dan 300 MB", figures.middle("checking", 1_000_000, CHECK, "memory"), 300,
        unit=" MB", digits=0)
    for part, name in (("checking", CHECK), ("writing", CONVERT)):
        for what, word in (("wall", "tijd"), ("memory", "geheugen")):
            add(f"`{name.split()[-1]}`: {word} groeit met de macht van het aantal plaatsingen", "ten hoogste 1,05", figures.exponent(part, name, what), 1.05)
    start = figures.largest("start")
    for name, words, limit in ((VERSION, "`--version`", 15), (CONVERT, "20 rijen omzetten", 40)):
        wall = start and figures.middle("start", start, name, "wall")
        add(words, f"minder dan {limit} ms", wall and wall * 1000, limit, unit=" ms", digits=1)
    return found


def verdict(goal):
    return {True: "gehaald", False: "**niet gehaald**", None: "niet gemeten"}[goal.is_met]


def table(heading, rows):
    return ["| " + " | ".join(heading) + " |", "|" + "---|" * len(heading), *("| " + " | ".join(row) + " |" for row in rows), ""]


def spread(runs, unit="s"):
    walls = [run["wall"] * (1000 if unit == "ms" else 1) for run in runs]
    return f"{significant(min(walls))}–{significant(max(walls))} {unit}"


def label(name):
    return NAMES.get(name, f"`{name}`" if name.startswith("maatwerk") else name)


def row(figures, part, size, name, base, kind="schoon", unit="s"):
    """A line of a table: what it took, and how many times that of `base`."""
    one = figures.one(part, size, name, kind)
    factor = 1000 if unit == "ms" else 1
    cells = [label(name), f"{significant(middle(one['runs'], 'wall') * factor)} {unit}", spread(one["runs"], unit)]
    for what in ("wall", "cpu"):
        ratio = base and figures.ratio(part, size, name, base, what)
        cells.append("" if ratio is None or name == base else f"{significant(ratio)} keer")
    cells.insert(4, f"{significant(middle(one['runs'], 'cpu') * factor)} {unit}")
    cells.append(f"{number(middle(one['runs'], 'memory'))} MB")
    return cells, one


def intro(figures):
    facts = figures.facts
    given, skip = [], False
    for argument in facts["arguments"]:
        if skip or argument in ("--tool", "--copy", "--measured"):
            skip = not skip
        else:
            given.append(argument)
    command = "make bench" + (f' BENCH="{" ".join(given)}"' if given else "")
    versions = ", ".join(f"{name} {version}" for name, version in [*facts["packages"], *facts["versions"].items()])
    lines = [
        "# Prestaties",
        "",
        "Dit bestand schrijft het meetprogramma zelf: alleen wat is gemeten, ook wat tegenvalt. *An English summary stands at the end.*",
        "",
        f"- Opdracht: `{command}`, op {facts['date']}.",
        f"- Machine: {facts['processor']}, {facts['processors']} kernen, {number(facts['memory'])} GB; {facts['system']}, Linux {facts['kernel']}. Belasting "
        f"(gemiddeld aantal processen) bij het begin {number(facts['load_before'], 1)}, bij het eind {number(facts['load_after'], 1)}.",
        f"- Gemeten: {facts['tool'][0]}, {'geoptimaliseerd gebouwd' if facts['build'] == 'release' else 'gebouwd om te testen, zonder optimalisatie'}, "
        f"Swift {facts['swift']}; {'; '.join(facts['tool'][1:])}.",
        f"- Versies: {versions}; Python {facts['python']}; {facts['compiler']} met -O2.",
        f"- Alle programma's van een tabel kregen dezelfde gegevens en liepen om de beurt, ten minste {facts['rounds']} ronden; de mediaan "
        f"telt, met de laagste en hoogste tijd ernaast. Wie in totaal langer bezig was dan {number(facts['patience'])} seconden, kreeg geen volgende ronde.",
        "- Tijd is kloktijd. Geheugen is dat van het grootste proces. Bij Python telt het starten van Python en het laden van de bibliotheek mee, zoals bij de "
        "andere programma's het starten meetelt.",
    ]
    for left in figures.results["left_out"]:
        size = f" bij {number(left['size'])} plaatsingen" if left["size"] else ""
        lines.append(f"- Niet gemeten: {label(left['name'])}{size} ({left['why']}).")
    lines += [f"- Let op: {problem}." for problem in figures.results["problems"]]
    return [*lines, ""]


def aims(figures):
    return ["## Doelen", "", *table(["wat", "doel", "gemeten", ""], [[g.what, g.wanted, g.measured, verdict(g)] for g in goals(figures)])]


def writing(figures):
    facts = figures.facts
    cells = {one["size"]: one for one in figures.results["cells"]}
    lines = [
        "## Een werkmap schrijven", "",
        "De C-kopie schrijft met libxlsxwriter precies de cellen die in de werkmap staan (van formules de uitkomst), zonder iets te lezen dan die cellen zelf, en zonder "
        f"te toetsen, te rekenen of op te maken. `maatwerk` leest de levering, toetst {facts['rules']} regels en schrijft dezelfde cellen met opmaak, formules en links.", "",
        "De andere bibliotheken krijgen alleen de tabellen, zonder de bladen die `maatwerk` daarbij maakt. Zij staan naast een C-kopie van die tabellen; dat zij dezelfde cellen "
        "schrijven is teruggelezen en vergeleken (een kolom met getallen en tekst door elkaar is bij polars en bij Rust geheel tekst).", "",
    ]
    for size in figures.sizes("writing"):
        submission = figures.submission(size)
        found = cells[size]
        lines += [f"### {number(size)} plaatsingen, {number(submission['read'])} rijen in alle tabellen, {number(submission['bytes'] / 1e6, 1)} MB", "",
                  f"Cellen: {number(found['rapport'])} in het rapport, {number(found['both'])} in beide werkmappen, {number(found['tables'])} in de tabellen.", ""]
        rows = []
        for one in figures.series:
            if (one["part"], one["size"], one["kind"]) == ("writing", size, "schoon"):
                base = {REPORT: COPY, COPY: COPY, CONVERT: COPY_BOTH, COPY_BOTH: COPY_BOTH}.get(one["name"], COPY_TABLES)
                line, one = row(figures, "writing", size, one["name"], base)
                rows.append([*line, f"{number(one['bytes'] / 1e6, 2)} MB", str(len(one["runs"]))])
        lines += table(["wat", "tijd", "laagste–hoogste", "tijd tegen C", "processor", "processor tegen C", "geheugen", "werkmappen", "ronden"], rows)
    return lines


def checking(figures):
    constraints = figures.results.get("constraints")
    lines = [
        "## Controleren", "",
        f"`maatwerk check` toetst alle {figures.facts['rules']} regels, ook over rijen en tabellen heen, weegt elke plaatsing en maskeert persoonsgegevens. De andere "
        f"programma's toetsen daarvan alleen {constraints} voorwaarden van drie tabellen die zij ook kunnen: soorten waarden, wat verplicht is, grenzen, codelijsten, "
        "vorm van KvK-nummers en dubbele kenmerken. Dat de voorwaarden gelijk zijn is beproefd: elk van hen vindt, net als `maatwerk`, elke overtreding die voor de proef is geplant, "
        "en zij vinden hetzelfde aantal als elkaar. DuckDB telt met een zoekvraag, want een CHECK bij een tabel stopt bij de eerste fout.",
        "",
    ]
    for size in figures.sizes("checking"):
        submission = figures.submission(size)
        lines += [f"### {number(size)} plaatsingen, {number(submission['read'])} rijen in alle tabellen", ""]
        rows = []
        for one in figures.series:
            if (one["part"], one["size"]) == ("checking", size):
                wall = middle(one["runs"], "wall")
                ours = figures.middle("checking", size, CHECK, "wall", one["kind"])
                rate = number(submission["read"] / wall) if one["name"] == CHECK else ""
                rows.append([KINDS[one["kind"]], label(one["name"]), f"{significant(wall)} s", spread(one["runs"]),
                             "" if one["name"] == CHECK else f"{significant(wall / ours)} keer", f"{significant(middle(one['runs'], 'cpu'))} s",
                             f"{number(middle(one['runs'], 'memory'))} MB", rate, str(len(one["runs"]))])
        lines += table(["inzending", "wat", "tijd", "laagste–hoogste", "tijd tegen maatwerk", "processor", "geheugen", "rijen per seconde", "ronden"], rows)
    return lines


def faults(figures):
    """What wrong data cost."""
    lines = ["## Foute gegevens", "",
             "Dezelfde inzending, steeds fouter; bij *elke cel fout* staat in geen enkele cel onder de koppen iets bruikbaars, behalve op het voorblad. Tijd en "
             "processortijd tegen een schone inzending van dezelfde grootte.", ""]
    rows = []
    for size in figures.sizes("writing"):
        for kind in KINDS:
            submission = figures.submission(size, kind)
            if not submission:
                continue
            findings = submission["fout"] + submission["waarschuwing"] + submission["signaal"]
            cells = [number(size), KINDS[kind], number(findings), number(submission["set_aside"])]
            for part, name in (("checking", CHECK), ("writing", CONVERT)):
                for what in ("wall", "cpu"):
                    value, clean = (figures.middle(part, size, name, what, which) for which in (kind, "schoon"))
                    cells.append(f"{significant(value)} s ({significant(value / clean)} keer)" if value and clean else "")
                memory = figures.middle(part, size, name, "memory", kind)
                cells.append(f"{number(memory)} MB" if memory else "")
            rows.append(cells)
    return lines + table(
        ["plaatsingen", "inzending", "bevindingen", "rijen terzijde", "check", "check, processor", "check, geheugen", "convert", "convert, processor",
         "convert, geheugen"], rows)


def growth(figures):
    lines = ["## Groei", "",
             "Met welke macht van het aantal plaatsingen tijd en geheugen groeien: 1 is evenredig. Kleinste kwadraten op de logaritmen over alle maten, en tussen "
             "de twee grootste maten alleen (daar telt het starten het minst mee).", ""]
    rows = []
    for part in ("checking", "writing"):
        for name in dict.fromkeys(one["name"] for one in figures.series if one["part"] == part):
            cells = [label(name)]
            for what in ("wall", "memory"):
                for value in (figures.exponent(part, name, what), figures.last_step(part, name, what)):
                    cells.append("" if value is None else number(value, 2))
            if any(cells[1:]):
                rows.append(cells)
    return lines + table(["wat", "tijd", "tijd, laatste stap", "geheugen", "geheugen, laatste stap"], rows)


def batch(figures):
    count, copied = figures.largest("batch"), figures.batch_one(COPY_BOTH)["pieces"]
    of_copied = f" (van de eerste {number(copied)})" if copied < count else ""
    lines = ["## Veel kleine inzendingen", "",
             f"{number(count)} inzendingen van 50 plaatsingen (2% fout), zoals `make batch` ze leest, op {figures.facts['processors']} kernen. De C-kopie schrijft van elke "
             f"inzending alle cellen van beide werkmappen{of_copied}, ook met een proces per kern.", ""]
    rows = []
    for one in figures.series:
        if one["part"] == "batch":
            name, cpu = one["name"], figures.batch_cpu(one["name"])
            rows.append([label(name), number(one["pieces"]), f"{significant(middle(one['runs'], 'wall'))} s", spread(one["runs"]), number(figures.batch_rate(name)),
                         f"{number(cpu * 1000, 2)} ms", f"{significant(cpu / figures.batch_cpu(COPY_BOTH))} keer" if name == CONVERT else "",
                         f"{number(middle(one['runs'], 'memory'))} MB", str(len(one["runs"]))])
    lines += table(["wat", "inzendingen", "tijd", "laagste–hoogste", "per seconde", "processor per inzending", "processor tegen C", "geheugen", "ronden"], rows)
    size = figures.largest("writing")
    wall = size and figures.middle("writing", size, CONVERT, "wall")
    if wall:
        lines += [f"Eén grote inzending ({number(size)} plaatsingen) gaat met {number(size / wall)} plaatsingen per seconde, de kleine samen met "
                  f"{number(50 * figures.batch_rate(CONVERT))}.", ""]
    return lines


def start(figures):
    size = figures.largest("start")
    lines = ["## Opstarten", "", f"Een inzending van {size} plaatsingen.", ""]
    rows = []
    for one in figures.series:
        if one["part"] == "start":
            cells, one = row(figures, "start", size, one["name"], None, unit="ms")
            rows.append([cells[0], cells[1], cells[2], cells[4], cells[6], str(len(one["runs"]))])
    return lines + table(["wat", "tijd", "laagste–hoogste", "processor", "geheugen", "ronden"], rows)


#: Less than this share of each run stands under the rest.
LEAST_SHARE = 0.02


def profile(figures):
    """Where the time goes: a column a run, a line a place, those with most of the first run before the others."""
    runs = figures.results.get("profile", [])
    if not runs:
        return []
    places = {place for run in runs for place, share in run["shares"].items() if share >= LEAST_SHARE and place != REST}

    def share(run, place):
        return sum(value for name, value in run["shares"].items() if name == place or (place == REST and name not in places))

    rows = [[place, *(f"{number(share(run, place) * 100)}%" for run in runs)]
            for place in [*sorted(places, key=lambda place: (-sum(share(run, place) for run in runs), place)), REST]]
    return ["## Waar de tijd blijft", "",
            "Deel van de processortijd van `maatwerk`, door te kijken waar de processor is (499 keer per seconde). Namen in letters van een schrijfmachine zijn onderdelen van het programma zelf; "
            "`libc` werkt vooral voor libxlsxwriter (getallen en teksten opmaken, geheugen). Wat is beproefd om het sneller te maken, en wat dat gaf, staat in `ARCHITECTURE.md`.", "",
            *table(["waar", *(run["what"] for run in runs)], rows)]


def english(figures):
    met = [goal for goal in goals(figures) if goal.is_met is not None]
    lines = ["## English summary", "",
             "This file is written by `make bench`: medians of what all candidates took on the same data, in turn. *Tijd* is wall time, *geheugen* the largest process, *gehaald* "
             f"means that a goal was met: {sum(goal.is_met for goal in met)} of {len(met)} measured goals were. The C program copies the same cells and checks nothing; the "
             f"other validators check {figures.results.get('constraints', 0)} constraints, where maatwerk checks all {figures.facts['rules']} rules."]
    size = figures.largest("writing")
    if size:
        ratio, both = figures.ratio("writing", size, REPORT, COPY), figures.ratio("writing", size, CONVERT, COPY_BOTH)
        lines.append(f"At {size:,} placements the report takes {ratio:.2f} times the wall time of plain C, and everything {both:.2f} times.")
    size = figures.largest("checking")
    if size:
        lines.append(f"`check` reads {figures.checked_rows(size):,.0f} rows a second.")
    if figures.batch_one(CONVERT):
        lines.append(f"Of small submissions {figures.batch_rate(CONVERT):,.0f} a second are converted.")
    return [*lines, ""]


def text(results):
    """The report."""
    figures = Figures(results)
    lines = [*intro(figures), *aims(figures)]
    for part, sections in (("writing", (writing,)), ("checking", (checking,)), ("writing", (faults, growth)), ("batch", (batch,)), ("start", (start,))):
        if figures.sizes(part):
            for section in sections:
                lines += section(figures)
    return "\n".join([*lines, *profile(figures), *english(figures)]).rstrip() + "\n"


def summary(results):
    """The goals, for the terminal."""
    return "\n".join(f"{verdict(goal).strip('*'):14} {goal.what}: {goal.measured} ({goal.wanted})" for goal in goals(Figures(results)))
