/// Who signs below the table: people and numbers, all invented.
struct Clerk {
  let name: String
  let reviewer: String
  let phone: String

  init(_ random: inout Random) {
    name = Clerk.person(&random)
    reviewer = Clerk.person(&random)
    phone = "021-5555\(random.number(in: 1000...9999))"
  }

  private static func person(_ random: inout Random) -> String {
    random.element(of: surnames) + random.element(of: givenNames)
  }

  private static let surnames = [
    "王", "李", "张", "陈", "徐", "周", "朱", "沈", "吴", "陆", "顾", "黄", "杨", "施", "赵", "俞", "金",
  ]
  private static let givenNames = [
    "敏", "静", "建国", "晓燕", "志强", "丽华", "海峰", "佳怡", "文杰", "雪梅", "国平", "晨", "慧敏", "俊",
    "伟民", "莉", "思远", "红英", "立新", "婷",
  ]
}
