// swift-tools-version: 6.1
import PackageDescription

// The targets that read what others deliver, by links to their sources, so that they are instrumented. They are a package of their own:
// the product's build does not carry what makes them slow.
//
// The tools that write code have a `main` of their own: so the flags are set target by target. Assertions stay on, as each of them is one
// more thing that can be found not to hold.
let fuzzed: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address", "-O", "-assert-config", "Debug"])]
/// What stands between the readers and what is fuzzed: its branches would be counted after each input.
let along: [SwiftSetting] = [.unsafeFlags(["-sanitize=address", "-O"])]

// The flow, from left to right, as in the package of the product.
let reading: [Target.Dependency] = ["Plumbing", "SocialReturnModel", "DelimitedText"]
let checking: [Target.Dependency] = reading + ["Intake", "Parameters"]
let judging: [Target.Dependency] = checking + ["Valuations"]
let assessing: [Target.Dependency] = judging + ["Rules"]
let writing: [Target.Dependency] = assessing + ["Assessments"]

/// A program that fuzzes. Each links what it reads with and no more: libFuzzer goes through all counters after each input.
func fuzzer(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .executableTarget(
        name: name, dependencies: ["Fuzzing"] + dependencies,
        swiftSettings: [.unsafeFlags(["-sanitize=address", "-O", "-parse-as-library"])],
        linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])])
}

let package = Package(
    name: "maatwerk-fuzz",
    targets: [
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CLibCrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "Plumbing", swiftSettings: fuzzed),
        .target(name: "DelimitedText", dependencies: ["Plumbing", "CLibCSV"], swiftSettings: fuzzed),
        .target(name: "Archives", dependencies: ["CLibZip"], swiftSettings: fuzzed),
        .target(
            name: "WorksheetReading", dependencies: ["Plumbing", "DelimitedText", "Archives", "CLibXML2"],
            swiftSettings: fuzzed),
        .target(
            name: "SocialReturnModel", dependencies: ["Plumbing"], swiftSettings: fuzzed,
            plugins: ["ListDeclarations"]),
        .target(
            name: "Intake", dependencies: reading + ["Archives", "WorksheetReading", "CLibCrypto"],
            exclude: ["OwnWords"], swiftSettings: fuzzed, plugins: ["EmbedFiles", "ListDeclarations"]),
        .target(
            name: "Parameters", dependencies: reading + ["Intake"],
            exclude: ["Tables", "WordLists", "Detectors", "Regions", "Trades"], swiftSettings: along,
            plugins: ["EmbedFiles"]),
        .target(name: "Valuations", dependencies: checking, swiftSettings: along),
        .target(name: "Rules", dependencies: judging, swiftSettings: along, plugins: ["ListDeclarations"]),
        .target(name: "Assessments", dependencies: assessing, swiftSettings: along),
        .target(name: "Consolidations", dependencies: writing, swiftSettings: fuzzed),
        .executableTarget(name: "FileEmbedder"),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["FileEmbedder"]),
        .executableTarget(name: "DeclarationLister"),
        .plugin(name: "ListDeclarations", capability: .buildTool(), dependencies: ["DeclarationLister"]),
        .target(name: "Fuzzing", swiftSettings: along),
        fuzzer("FuzzText", ["DelimitedText"]),
        fuzzer("FuzzIntake", reading + ["Archives", "WorksheetReading", "Intake"]),
        fuzzer("FuzzSummaries", checking + ["Consolidations"]),
    ],
    swiftLanguageModes: [.v6]
)
