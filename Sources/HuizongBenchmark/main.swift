import Glibc

let usage = """
  usage: HuizongBenchmark generate city DIR [--seed N] [--form DIR]
         HuizongBenchmark generate nation DIR [--seed N] [--form DIR] [--units 3000] [--months 12]
         HuizongBenchmark run [--seed N] [--form DIR] [--units 3000] [--months 12] [--keep DIR]
                              [--huizong PATH] [--peers DIR]
         HuizongBenchmark errors [--seed N] [--form DIR] [--cities 60]
  """

do throws(Failure) {
  let options = try Options(
    Array(CommandLine.arguments.dropFirst()),
    names: [
      "--seed", "--form", "--units", "--months", "--keep", "--huizong", "--peers",
      "--cities",
    ])
  let setting = try Setting(options)
  switch options.words.prefix(2) {
  case ["generate", "city"] where options.words.count == 3:
    try setting.city(options.words[2]).generate().report()
  case ["generate", "nation"] where options.words.count == 3:
    try setting.nation(options.words[2]).generate().report()
  case ["errors"]: try ErrorTrials(setting, options).run()
  case ["run"]: try Benchmark(setting, options).run()
  default: throw Failure(usage)
  }
} catch {
  say(error.message, to: STDERR_FILENO)
  exit(2)
}
