### أعداد وأحجام مختصرة. المتغيّر $number مكتوب مسبقًا بأرقام اللغة.

number-thousands = { $number } ألف
number-millions = { $number } مليون
number-billions = { $number } مليار
size-bytes =
    { $count ->
        [zero] { $count } بايت
        [one] بايت واحد
        [two] بايتان
        [few] { $count } بايتات
        [many] { $count } بايتًا
       *[other] { $count } بايت
    }
size-kilobytes = { $number } كيلوبايت
size-megabytes = { $number } ميغابايت
size-gigabytes = { $number } غيغابايت
