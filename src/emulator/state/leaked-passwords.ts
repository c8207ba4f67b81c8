/**
 * Passwords of at least eight characters that every list of leaked ones begins with: enough to try the refusal, far from a
 * real breach database. Compared without regard to case.
 */
const LEAKED = `
12345678 123456789 1234567890 12345678910 123456789a 123456789q 0123456789 0987654321 987654321 9876543210 87654321
11111111 111111111 1111111111 00000000 000000000 0000000000 22222222 33333333 44444444 55555555 66666666 77777777
88888888 888888888 99999999 999999999 12341234 12344321 12121212 10203040 11223344 1122334455 112233445566 123123123
123321123 123454321 1234567899 12345qwert 12345679 123456abc 123456aa 147258369 1472583690 147852369 159753456
159357456 741852963 789456123 7894561230 963852741 101010101 102030405 13131313 14141414 20202020 21212121 25252525
password password1 password12 password123 password1234 password! password1! password123! passw0rd p@ssword p@ssw0rd
p@ssw0rd1 pa55word pa$$word pass1234 pass12345 pass123456 passpass password01 password2 password99 mypassword
newpassword oldpassword changeme1 changeme123 letmein1 letmein123 letmeinnow welcome1 welcome12 welcome123
welcome1234 welcome01 welcome2 admin123 admin1234 admin12345 administrator adminadmin root1234 rootroot toor1234
qwertyui qwertyuiop qwerty12 qwerty123 qwerty1234 qwerty12345 qwerty123456 1qaz2wsx 1q2w3e4r 1q2w3e4r5t 1q2w3e4r5t6y
q1w2e3r4 q1w2e3r4t5 zaq12wsx zaq1zaq1 qazwsxedc qazwsx123 asdfghjk asdfghjkl asdf1234 asdfasdf zxcvbnm1 zxcvbnm123
zxcvbnm, qweasdzxc qweqweqwe qwe123qwe asdasdasd asd123asd 1qazxsw2 1qaz@wsx !qaz2wsx 1234qwer qwer1234 abcd1234
abcdefgh abcdefg1 abc12345 abc123456 abcabcabc a1b2c3d4 a1b2c3d4e5 aa123456 a123456789 aaaaaaaa aaaaaaaaa aaaaaaaaaa
zzzzzzzz xxxxxxxx iloveyou iloveyou1 iloveyou2 iloveyou! iloveyou123 loveyou1 lovelove princess princess1 sunshine
sunshine1 football football1 baseball baseball1 basketball superman superman1 batman123 spiderman ironman1 starwars
starwars1 pokemon1 pokemon123 michelle michelle1 jennifer jennifer1 jessica1 ashley12 nicholas charlie1 charlie123
jordan23 michael1 william1 benjamin samantha elizabeth alexander danielle victoria patricia christian computer
computer1 internet internet1 whatever trustno1 mustang1 corvette maverick dolphins steelers liverpool liverpool1
chelsea1 arsenal1 barcelona realmadrid manchester everton1 butterfly chocolate strawberry blueberry cheesecake
sweetheart angel123 babygirl babygirl1 blink182 linkedin linkedin1 facebook facebook1 dropbox1 google123 minecraft
fortnite hello123 hellohello helloworld summer2020 summer2021 winter2020 winter2021 spring2021 autumn2020 test1234
testtest testing1 testing123 demo1234 guest123 guest1234 default1 secret123 secretpassword master123 masterkey
monkey123 dragon123 shadow123 freedom1 lakers24 killer123 ninja123 hunter123 asshole1 fuckyou1 fuckyou2 1234abcd
`;

const leaked = new Set(LEAKED.split(/\s+/));

/** Whether the password is on the list. */
export const isLeaked = (password: string): boolean => leaked.has(password.toLowerCase());
