extension RandomAccessCollection {
    /// The first position whose element `isLater`, in a collection that has all such elements at its end; the end when there is none.
    ///
    /// It looks at as many elements as the number of elements has binary digits.
    @inlinable
    public func partitioningIndex(where isLater: (Element) -> Bool) -> Index {
        var (low, count) = (startIndex, self.count)
        while count > 0 {
            let middle = index(low, offsetBy: count / 2)
            if isLater(self[middle]) {
                count /= 2
            } else {
                low = index(after: middle)
                count -= count / 2 + 1
            }
        }
        return low
    }
}

extension RandomAccessCollection where Element: Comparable {
    /// The position of `element` in a collection in ascending order; nil when it is not there.
    @inlinable
    public func sortedIndex(of element: Element) -> Index? {
        let position = partitioningIndex { $0 >= element }
        return position < endIndex && self[position] == element ? position : nil
    }
}
