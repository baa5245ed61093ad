// What is read from a clause for a parameter of its type: period, sum, law, place, age, provider.

/// A parameter's value that a clause states.
public struct ParameterValue: Sendable, Hashable, Codable {
  /// The parameter, by the id of its rule.
  public var parameter: String
  /// What was read.
  public var kind: ParameterRule.Kind
  /// The value in one form, whatever the wording, so that equal values can be counted.
  ///
  /// Periods: "30 days", "1 year", "5 business days". Sums: "USD 1,000", "fees of 12 months", "fees paid".
  /// Laws: "Ireland", "California, US", "user's country". Places: "Santa Clara County, California, US",
  /// "Amsterdam, Netherlands", "user's residence". Ages: "13". Providers: "AAA".
  public var value: String
  /// Days of a period (a month is a twelfth of 365, a business day 7/5), sum of an amount, years of an age;
  /// nil for all else, and for fees.
  public var number: Double?
  /// The value as the clause words it.
  public var text: String

  /// A value, by its parts.
  public init(parameter: String, kind: ParameterRule.Kind, value: String, number: Double?, text: String) {
    self.parameter = parameter
    self.kind = kind
    self.value = value
    self.number = number
    self.text = text
  }
}
