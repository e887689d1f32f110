// swift-tools-version: 6.1
import PackageDescription

// The flow, from left to right. A target names every target to its left whose types it meets, also inside other types: SwiftPM
// recompiles a target only when a target it names has changed.
let reading: [Target.Dependency] = ["Plumbing", "SocialReturnModel", "DelimitedText"]
let checking: [Target.Dependency] = reading + ["Intake", "Parameters"]
let judging: [Target.Dependency] = checking + ["Valuations"]
let assessing: [Target.Dependency] = judging + ["Rules"]
let writing: [Target.Dependency] = assessing + ["Assessments"]
let consolidating: [Target.Dependency] = writing + ["Consolidations"]
/// What tests share: of files and folders, and of whole submissions.
let testing: [Target.Dependency] = ["TestSupport", "TestSubmissions"]

let package = Package(
    name: "maatwerk",
    products: [
        .library(name: "Maatwerk", targets: ["Maatwerk"]),
        .executable(name: "maatwerk", targets: ["MaatwerkCommand"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2")
    ],
    targets: [
        .systemLibrary(name: "CLibCSV", providers: [.apt(["libcsv-dev"])]),
        .systemLibrary(name: "CLibXlsxWriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CLibCrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "Plumbing"),
        .target(name: "DelimitedText", dependencies: ["Plumbing", "CLibCSV"]),
        .target(name: "Archives", dependencies: ["CLibZip"]),
        .target(name: "WorksheetReading", dependencies: ["Plumbing", "DelimitedText", "Archives", "CLibXML2"]),
        .target(name: "Spreadsheets", dependencies: ["Plumbing", "CZlib", "CLibXlsxWriter"]),
        .target(name: "SocialReturnModel", dependencies: ["Plumbing"], plugins: ["ListDeclarations"]),
        .target(
            name: "Parameters", dependencies: reading + ["Intake"],
            exclude: ["Tables", "WordLists", "Detectors", "Regions", "Trades"], plugins: ["EmbedFiles"]),
        .target(
            name: "Intake", dependencies: reading + ["Archives", "WorksheetReading", "CLibCrypto"],
            exclude: ["OwnWords"], plugins: ["EmbedFiles", "ListDeclarations"]),
        .target(name: "Valuations", dependencies: checking),
        .executableTarget(name: "FileEmbedder"),
        .plugin(name: "EmbedFiles", capability: .buildTool(), dependencies: ["FileEmbedder"]),
        .executableTarget(name: "DeclarationLister"),
        .plugin(name: "ListDeclarations", capability: .buildTool(), dependencies: ["DeclarationLister"]),
        .target(name: "Rules", dependencies: judging, plugins: ["ListDeclarations"]),
        .target(name: "Assessments", dependencies: assessing),
        .target(name: "Consolidations", dependencies: writing),
        .target(name: "Exchange", dependencies: writing + ["Archives"], plugins: ["ListDeclarations"]),
        .target(
            name: "Workbooks", dependencies: writing + ["Spreadsheets"], plugins: ["ListDeclarations"]),
        .target(
            name: "MinistryWorkbooks", dependencies: consolidating + ["Spreadsheets", "Workbooks"],
            plugins: ["ListDeclarations"]),
        .target(name: "Inspection", dependencies: assessing + ["Archives", "WorksheetReading"]),
        .target(
            name: "Maatwerk",
            dependencies: consolidating + ["Archives", "Exchange", "Workbooks", "MinistryWorkbooks", "Spreadsheets"]),
        .executableTarget(
            name: "MaatwerkCommand",
            dependencies: [
                "Maatwerk", "Exchange", "Inspection", "CDeflate", "CRowFile", "CPrinting", "CFork", "CHeap",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ] + consolidating,
            plugins: ["ListDeclarations"]),
        // For the executable alone: a library has no business standing in for another one in somebody else's program.
        .target(name: "CDeflate", linkerSettings: [.linkedLibrary("z")]),
        .target(name: "CRowFile"),
        .target(name: "CPrinting"),
        .target(name: "CFork"),
        .target(name: "CHeap"),
        .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
        .testTarget(name: "DeflateTests", dependencies: ["Plumbing", "CDeflate", "CZlib"]),
        .testTarget(name: "RowFileTests", dependencies: ["Plumbing", "CRowFile"]),
        .testTarget(name: "PrintingTests", dependencies: ["Plumbing", "CPrinting"]),
        .testTarget(name: "PlumbingTests", dependencies: ["Plumbing", "TestSupport"]),
        .testTarget(name: "DelimitedTextTests", dependencies: ["Plumbing", "DelimitedText"]),
        .target(name: "TestSupport", path: "Tests/TestSupport"),
        .target(name: "TestSubmissions", dependencies: writing + ["TestSupport"], path: "Tests/TestSubmissions"),
        .testTarget(name: "ArchivesTests", dependencies: ["Archives", "TestSupport"]),
        .testTarget(
            name: "WorksheetReadingTests",
            dependencies: ["Plumbing", "WorksheetReading", "Archives", "DelimitedText", "TestSupport"]),
        .testTarget(name: "SpreadsheetsTests", dependencies: ["Plumbing", "Spreadsheets", "TestSupport"]),
        .testTarget(name: "SocialReturnModelTests", dependencies: ["Plumbing", "SocialReturnModel"]),
        .testTarget(name: "IntakeTests", dependencies: checking + ["TestSupport"]),
        .testTarget(name: "ParametersTests", dependencies: checking),
        .testTarget(name: "ValuationsTests", dependencies: judging + ["TestSupport"], exclude: ["Fixtures"]),
        .testTarget(name: "RulesTests", dependencies: writing + ["TestSupport"], exclude: ["Golden", "Corpus"]),
        .testTarget(name: "AssessmentsTests", dependencies: writing + testing),
        .testTarget(name: "ExchangeTests", dependencies: writing + testing + ["Exchange"], exclude: ["Golden"]),
        .testTarget(name: "MaatwerkTests", dependencies: writing + testing + ["Maatwerk"]),
        .testTarget(name: "InspectionTests", dependencies: reading + ["Inspection", "WorksheetReading"]),
        .testTarget(name: "ConsolidationsTests", dependencies: consolidating),
        .testTarget(
            name: "WorkbooksTests",
            dependencies: consolidating + testing + ["Spreadsheets", "Workbooks", "MinistryWorkbooks"],
            exclude: ["Golden"]),
    ],
    swiftLanguageModes: [.v6],
    cxxLanguageStandard: .cxx17
)
