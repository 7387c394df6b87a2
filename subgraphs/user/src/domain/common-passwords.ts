/**
 * The passwords of 10 characters and more that lead every public list of leaked ones; shorter ones are refused by length.
 * Lower case: case does not save a password that is tried first.
 */
export const commonPasswords: ReadonlySet<string> = new Set(
  `
  1234567890 0123456789 0987654321 9876543210 12345678910 1234567891 123456789a a123456789 123456789q q123456789
  1234567890a 12345678900 123456789012 1234567890123 1122334455 1112223334 1212121212 1231231231 123123123123
  1010101010 0102030405 1357924680 1472583690 7894561230 1qaz2wsx3edc 1qazxsw23edc zaq12wsxcde3 qazwsxedcrfv
  qazwsxedc123 1q2w3e4r5t 1q2w3e4r5t6y q1w2e3r4t5 q1w2e3r4t5y6 1q2w3e4r5t6y7u qwertyuiop qwertyuiop123 qwerty1234
  qwerty12345 qwerty123456 qwertyuiop1 qwertyuiop[] qwerty123! qwertyqwerty qwertyasdf qwertyasdfgh qwerasdfzxcv
  asdfghjkl1 asdfghjkl123 asdfasdfasdf asdfghjkl; zxcvbnm123 zxcvbnm1234 qweasdzxc123 1234qwerasdf 1234qwer!@#$
  poiuytrewq mnbvcxz123 azertyuiop azerty12345 password10 password11 password12 password123 password1234 password12345
  password123! password1! password01 password2024 password2025 password2026 passwordpassword p@ssword123 p@ssw0rd123
  passw0rd123 p@$$w0rd123 mypassword mypassword1 newpassword changeme123 changeme1234 letmein123 letmein1234
  welcome123 welcome1234 welcome2024 welcome2025 welcome2026 admin12345 admin123456 administrator adminadmin
  root123456 test123456 testtest123 testpassword iloveyou12 iloveyou123 iloveyou1234 iloveyou22 ilovejesus iloveyou!!
  loveyou123 sunshine12 sunshine123 princess12 princess123 football12 football123 baseball12 baseball123 basketball
  superman12 superman123 dragon1234 monkey1234 michael123 jordan2323 liverpool1 liverpool123 manchester manchester1
  chocolate1 butterfly1 butterfly123 strawberry computer12 computer123 pokemon123 minecraft1 minecraft123 abcdefghij
  abcdefghijk abcdefg123 abcd123456 abcd1234567 abc1234567 abc123456789 abc123abc123 aaaaaaaaa1 a1b2c3d4e5
  a1b2c3d4e5f6 asd123456789 aa12345678 aa123456789 aa1234567890 qq12345678 qq123456789 qwe123456789 secret1234
  trustno123 whatever12 whatever123 starwars12 starwars123 cristiano7 barcelona1 realmadrid alexander1 charlie123
  jennifer12 jennifer123 elizabeth1 samsung123 internet123 hello12345 hello123456 summer2024 summer2025 summer2026
  winter2024 winter2025 winter2026 correcthorse correcthorsebatterystaple 123454321a qwerty1234567 abcd1234abcd
  passw0rd1234 starwars1234 welcome123! liverpool12 alexander123
  `
    .split(/\s+/)
    .filter((word) => word !== ''),
);
