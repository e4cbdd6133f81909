import CommandLine
import FieldWork
import Web

/// What programs may ask, as OpenAPI 3.1: made of the routes themselves, so that it cannot lag.
enum ProgramDocument {
  static let bytes = Array(json.indentedText.utf8)

  static let json: JSONValue = [
    "openapi": "3.1.0",
    "info": [
      "title": "CamTay", "version": .text(CentreCommands.version),
      "description": .text(
        "Read-only numbers and lists of a CamTay centre. A token has the rights of a role and, where "
          + "it was made for one, of a unit or team: every answer is kept to them. A centre that is "
          + "reached over a network speaks TLS with its own certificate."),
    ],
    "servers": [["url": "/", "description": "the centre that serves this document"]],
    "security": [["token": []]],
    "paths": .object(
      ProgramRoutes.all.map { route in
        JSONValue.Member(ProgramRoutes.prefix + route.path, ["get": operation(route)])
      } + [JSONValue.Member(ProgramDesk.metricsPath, ["get": metrics])]),
    "components": [
      "securitySchemes": [
        "token": [
          "type": "http", "scheme": "bearer",
          "description": "Made by an administrator on the page /tokens; shown once.",
        ]
      ],
      "schemas": ["Problem": problem.json],
      "responses": .object(
        [
          ("BadQuestion", "A parameter is unknown or cannot be read."),
          ("NoToken", "No token that holds was shown."),
          ("NotAllowed", "The token has no role that may read this."),
          ("Unavailable", "The centre's store could not be read; ask again later."),
        ].map { name, words in
          JSONValue.Member(
            name,
            [
              "description": .text(words),
              "content": ["application/json": ["schema": ["$ref": "#/components/schemas/Problem"]]],
            ])
        }),
    ],
  ]

  private static let problem = AnswerSchema.object([
    .init(
      "error",
      .object([
        .init("code", .text, "A stable name."), .init("vi", .text, "In Vietnamese."),
        .init("en", .text, "In English."),
      ]), "")
  ])

  private static func operation(_ route: ProgramRoute) -> JSONValue {
    [
      "operationId": .text(String(route.path.dropFirst())),
      "summary": .text(route.summary.english),
      "description": .text("Roles: \(route.access.roleNames.joined(separator: ", "))."),
      "parameters": .array(
        (route.parameters + [.language]).map { parameter in
          var members: [JSONValue.Member] = [
            .init("name", .text(parameter.name)), .init("in", "query"),
            .init("required", false), .init("description", .text(parameter.words.english)),
          ]
          if case .words = parameter.kind { members.append(.init("explode", false)) }
          members.append(
            .init(
              "schema",
              parameter.isRepeated
                ? ["type": "array", "items": parameter.schema] : parameter.schema))
          return .object(members)
        }),
      "responses": .object(
        [
          .init(
            "200",
            [
              "description": "The answer.",
              "content": ["application/json": ["schema": route.answer.json]],
            ])
        ] + troubles),
    ]
  }

  private static let metrics: JSONValue = [
    "operationId": "metrics",
    "summary": "The numbers of what a token reaches, as Prometheus reads them",
    "description": .text(
      "Of a part of the centre no line tells what only the whole has. Roles: \(Access.keeping.roleNames.joined(separator: ", "))."
    ),
    "responses": .object(
      [
        .init(
          "200",
          [
            "description": "Text exposition format 0.0.4.",
            "content": ["text/plain": ["schema": ["type": "string"]]],
          ])
      ] + troubles),
  ]

  private static let troubles: [JSONValue.Member] = [
    ("400", "BadQuestion"), ("401", "NoToken"), ("403", "NotAllowed"), ("503", "Unavailable"),
  ].map { status, name in
    JSONValue.Member(status, ["$ref": .text("#/components/responses/\(name)")])
  }
}

extension Access {
  /// The roles of which one is needed, by their stable names.
  var roleNames: [String] { needed?.map(\.rawValue) ?? [] }
}
