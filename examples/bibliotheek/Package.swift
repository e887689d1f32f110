// swift-tools-version: 6.1
import PackageDescription

let package = Package(
    name: "bibliotheek",
    dependencies: [
        .package(name: "maatwerk", path: "../..")
    ],
    targets: [
        .executableTarget(
            name: "Bibliotheek", dependencies: [.product(name: "Maatwerk", package: "maatwerk")])
    ],
    swiftLanguageModes: [.v6]
)
