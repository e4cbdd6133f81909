import CommandLine

/// What stands in an answer to a program: documented, and held by a test against real answers.
indirect enum AnswerSchema: Sendable {
  /// A text; ids are texts too, since many readers of JSON hold numbers as doubles.
  case text
  /// `2026-11-22`.
  case day
  /// `2026-11-22T16:30` in Viet Nam.
  case minute
  /// A whole number.
  case integer
  /// A truth value.
  case boolean
  /// The same, or null where it is not known, which is not 0.
  case optional(AnswerSchema)
  /// A list.
  case list(AnswerSchema)
  /// An object with these members and no others.
  case object([Member])
  /// An object whose members another document names: the keys depend on the question.
  case extensible(ExtensibleObject)

  /// A member of an object.
  struct Member: Sendable {
    let name: String
    let schema: AnswerSchema
    /// What it says, for the document.
    let words: String
    /// Whether it may be missing.
    let isOptional: Bool

    init(_ name: String, _ schema: AnswerSchema, _ words: String, isOptional: Bool = false) {
      self.name = name
      self.schema = schema
      self.words = words
      self.isOptional = isOptional
    }
  }

  /// An object with some members that are always there, beside others.
  struct ExtensibleObject: Sendable {
    let members: [Member]
    /// What the others are.
    let words: String
  }

  /// As JSON Schema (OpenAPI 3.1).
  var json: JSONValue {
    switch self {
    case .text: ["type": "string"]
    case .day: ["type": "string", "format": "date"]
    case .minute: ["type": "string", "pattern": #"^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$"#]
    case .integer: ["type": "integer", "format": "int64"]
    case .boolean: ["type": "boolean"]
    case .optional(let schema): ["anyOf": .array([schema.json, ["type": "null"]])]
    case .list(let schema): ["type": "array", "items": schema.json]
    case .object(let members): Self.object(members, isOpen: false, words: nil)
    case .extensible(let object): Self.object(object.members, isOpen: true, words: object.words)
    }
  }

  private static func object(_ members: [Member], isOpen: Bool, words: String?) -> JSONValue {
    let properties = members.map { member in
      var own = member.schema.json.objectValue ?? []
      if !member.words.isEmpty { own.append(.init("description", .text(member.words))) }
      return JSONValue.Member(member.name, .object(own))
    }
    return .object(
      [.init("type", "object")]
        + (words.map { [.init("description", .text($0))] } ?? [])
        + [
          .init("properties", .object(properties)),
          .init(
            "required", .array(members.filter { !$0.isOptional }.map { .text($0.name) })),
          .init("additionalProperties", .bool(isOpen)),
        ])
  }
}
