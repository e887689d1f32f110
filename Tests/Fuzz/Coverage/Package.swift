// swift-tools-version: 6.1
import PackageDescription

// The targets that read what others deliver, by links to their sources, so that they are instrumented and nothing else is. They are a
// package of their own: the product's build does not carry what makes them slow.
//
// The tool that writes data files into code is no part of what is fuzzed, and has a `main` of its own: so the flags are set target by target.
let fuzzed: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer,address", "-O"])]

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
            name: "Intake",
            dependencies: [
                "Plumbing", "SocialReturnModel", "DelimitedText", "Archives", "WorksheetReading", "CLibCrypto",
            ], exclude: ["OwnWords"], swiftSettings: fuzzed, plugins: ["EmbedFiles", "ListDeclarations"]),
        .executableTarget(name: "FileEmbedder"),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["FileEmbedder"]),
        .executableTarget(name: "DeclarationLister"),
        .plugin(name: "ListDeclarations", capability: .buildTool(), dependencies: ["DeclarationLister"]),
        .executableTarget(
            name: "Fuzz",
            dependencies: ["DelimitedText", "Archives", "WorksheetReading", "SocialReturnModel", "Intake"],
            swiftSettings: fuzzed + [.unsafeFlags(["-parse-as-library"])],
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer,address"])]),
    ],
    swiftLanguageModes: [.v6]
)
