### الأوقات كما يقولها الناس. أما التواريخ فمن CLDR.

time-now = الآن
time-minutes-ago =
    { $minutes ->
        [zero] الآن
        [one] منذ دقيقة
        [two] منذ دقيقتين
        [few] منذ { $minutes } دقائق
        [many] منذ { $minutes } دقيقة
       *[other] منذ { $minutes } دقيقة
    }
time-hours-ago =
    { $hours ->
        [zero] الآن
        [one] منذ ساعة
        [two] منذ ساعتين
        [few] منذ { $hours } ساعات
        [many] منذ { $hours } ساعة
       *[other] منذ { $hours } ساعة
    }
time-yesterday-at = أمس، الساعة { $time }
