// swift-tools-version: 6.1
import PackageDescription

// The targets that read what others deliver, by links to their sources, so that they are instrumented and nothing else is. They are a
// package of their own: the product's build does not carry what makes them slow.
let package = Package(
    name: "maatwerk-fuzz",
    targets: [
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CLibCrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "Plumbing"),
        .target(name: "DelimitedText", dependencies: ["Plumbing", "CLibCSV"]),
        .target(name: "Archives", dependencies: ["CLibZip"]),
        .target(name: "WorksheetReading", dependencies: ["Plumbing", "DelimitedText", "Archives", "CLibXML2"]),
        .target(name: "SocialReturnModel", dependencies: ["Plumbing"]),
        .target(
            name: "Intake",
            dependencies: [
                "Plumbing", "SocialReturnModel", "DelimitedText", "Archives", "WorksheetReading", "CLibCrypto",
            ], exclude: ["OwnWords"], plugins: ["EmbedFiles"]),
        .executableTarget(name: "FileEmbedder"),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["FileEmbedder"]),
        .executableTarget(
            name: "Fuzz",
            dependencies: ["DelimitedText", "Archives", "WorksheetReading", "SocialReturnModel", "Intake"],
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]),
    ],
    swiftLanguageModes: [.v6]
)
