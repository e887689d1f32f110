import Consolidations
import SocialReturnModel
import Workbooks

/// The multiples of ``Precision`` as sentences name them.
struct RoundingSteps {
    let persons = Self.text(Quantity(Precision.persons))
    let fte = Self.text(Precision.fullTimeEquivalents)
    let hours = Self.text(Precision.hours)
    let euros = Self.text(Quantity(Int(Precision.euros.rawValue / 100)))

    private static func text(_ number: Quantity) -> Text {
        Text(nl: number.formatted(.dutch), en: number.formatted(.english))
    }
}
