import Consolidations
import FoundationEssentials
import Intake
import Plumbing
import SocialReturnModel
import Synchronization

extension Toolkit {
    /// Reads and judges submissions, on as many threads as there are processors, and keeps what is known of each as a report.
    ///
    /// - Parameters:
    ///   - submissions: where each stands, and what it is called.
    ///   - leftOut: paths of submissions that are not read.
    ///   - oneByOne: paths of submissions that are read before all others, one at a time.
    ///   - progress: told what goes on.
    /// - Returns: the reports, in no order, and what keeps submissions from being read, in the order of their paths.
    public func reports(
        in submissions: [(path: String, name: String)], leavingOut leftOut: Set<String> = [],
        oneByOne: Set<String> = [], progress: ConsolidationProgress? = nil
    ) -> (reports: [ReportFacts], failures: [(path: String, error: IntakeError)]) {
        progress?.total(submissions.count)
        let found = Mutex<[ReportFacts]>([])
        let failures = Mutex<[(path: String, error: IntakeError)]>([])
        let read = { @Sendable (submission: (path: String, name: String)) in
            progress?.begins(submission.path)
            do throws(IntakeError) {
                var report = ReportFacts(try check(submission.path))
                report.name = ResultName.folder(submission.name)
                found.withLock { [report] in $0.append(report) }
            } catch {
                failures.withLock { $0.append((submission.path, error)) }
            }
            progress?.ends(submission.path)
        }
        let sound = submissions.filter { !leftOut.contains($0.path) }
        for submission in sound where oneByOne.contains(submission.path) { read(submission) }
        let others = sound.filter { !oneByOne.contains($0.path) }
        Parallel.forEach(others.count) { read(others[$0]) }
        return (found.withLock { $0 }, failures.withLock { $0 }.sorted { $0.path < $1.path })
    }
}
