import Glibc
import HuizongCommands

exit(Program.run(Array(CommandLine.arguments.dropFirst())))
