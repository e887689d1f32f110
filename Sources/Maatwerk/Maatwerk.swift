/// Reads what suppliers report on social return, checks it, and writes the workbooks, findings and open data.
///
/// ``Toolkit`` is the front door: set it up once, then check or convert any number of submissions.
@_exported import Assessments
@_exported import Consolidations
@_exported import Intake
@_exported import Rules
@_exported import SocialReturnModel
