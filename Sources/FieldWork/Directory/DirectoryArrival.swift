import SQLite

extension RecordReader {
  /// Whether hamlets have arrived.
  package func hasPlaces() throws -> Bool {
    try connection.integer("SELECT EXISTS (SELECT 1 FROM place WHERE hidden IS NULL)") == 1
  }

  /// Whether hamlets and members have arrived.
  package func hasDirectory() throws -> Bool {
    try connection.integer(
      """
      SELECT EXISTS (SELECT 1 FROM member WHERE hidden IS NULL)
        AND EXISTS (SELECT 1 FROM place WHERE hidden IS NULL)
      """) == 1
  }
}
