extension CommandSet {
  /// The help of the whole program.
  func helpText(in language: Language) -> String {
    let usage = BilingualText(
      vi: "Cách dùng: \(program) LỆNH [TÙY CHỌN]   (giải thích: \(program) help LỆNH)",
      en: "Usage: \(program) COMMAND [OPTIONS]   (explained by: \(program) help COMMAND)")
    var text = "\(program) \(version): \(abstract.text(in: language))\n\n"
    text += usage.text(in: language) + "\n\n"
    let builtIn = [
      (
        "help",
        BilingualText(
          vi: "giải thích chương trình hoặc lệnh", en: "explain the program or a command")
      ),
      ("version", BilingualText(vi: "phiên bản của chương trình", en: "the program's version")),
    ]
    let own = commands.map { ($0.title, $0.abstract) }
    let all = own + builtIn.filter { name, _ in !own.contains { $0.0 == name } }
    text += Self.list(all.map { ($0.0, $0.1.text(in: language)) })
    return text + "\n" + globalHelp(in: language)
  }

  /// The help of a noun: its verbs.
  func helpText(listing commands: [any Command], in language: Language) -> String {
    Self.list(commands.map { ("\(program) \($0.title)", $0.abstract.text(in: language)) })
  }

  /// The help of one command.
  func helpText(for command: any Command, in language: Language) -> String {
    let positionals = command.arguments.filter(\.isPositional)
    let options = command.arguments.filter { !$0.isPositional }
    var usage = "\(program) \(command.title)"
    for argument in positionals + options where argument.isRequired || argument.isPositional {
      let dots = argument.repeats ? "…" : ""
      let form =
        argument.isPositional
        ? argument.placeholder + dots : "\(argument.spelling) \(argument.placeholder)"
      usage += argument.isRequired ? " \(form)" : " [\(form)]"
    }
    if options.contains(where: { !$0.isRequired }) {
      usage += " [" + BilingualText(vi: "TÙY CHỌN", en: "OPTIONS").text(in: language) + "]"
    }
    var text = command.abstract.text(in: language) + "\n\n"
    text += BilingualText(vi: "Cách dùng: ", en: "Usage: ").text(in: language) + usage + "\n\n"
    if !command.arguments.isEmpty {
      text += Self.list((positionals + options).map { Self.entry($0, language) }) + "\n"
    }
    return text + globalHelp(in: language)
  }

  private func globalHelp(in language: Language) -> String {
    BilingualText(vi: "Tùy chọn chung:\n", en: "Options of every command:\n").text(in: language)
      + Self.list(commonArguments.map { Self.entry($0, language) })
  }

  private static func entry(_ argument: Argument, _ language: Language) -> (String, String) {
    var left = argument.spelling
    if !argument.isPositional, !argument.isFlag { left += " \(argument.placeholder)" }
    if argument.repeats { left += " …" }
    var right = argument.help.text(in: language)
    if case .choice(let words) = argument.kind { right += " (\(words.joined(separator: " | ")))" }
    if argument.isRequired {
      right += BilingualText(vi: " [bắt buộc]", en: " [required]").text(in: language)
    }
    return (left, right)
  }

  /// Two columns, the first indented by two blanks.
  private static func list(_ entries: [(String, String)]) -> String {
    let width = entries.map { displayWidth($0.0) }.max() ?? 0
    return entries.map { left, right in
      let padding = String(repeating: " ", count: width - displayWidth(left) + 2)
      return "  \(left)\(padding)\(right)\n"
    }.joined()
  }
}
