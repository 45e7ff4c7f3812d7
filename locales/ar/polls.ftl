### استطلاعات على المنشورات.

polls-poll = استطلاع
polls-vote = صوّت
polls-your-choice = اختيارك
polls-share = { $percent }٪
polls-voters =
    { $count ->
        [zero] لم يصوّت أحد
        [one] صوّت شخص واحد
        [two] صوّت شخصان
        [few] صوّت { $count } أشخاص
        [many] صوّت { $count } شخصًا
       *[other] صوّت { $count } شخص
    }
polls-until = حتى { $date }
polls-over = انتهى
polls-hidden = تظهر النتيجة في النهاية
polls-choose = اختر إجابة.
polls-choose-one = يمكن اختيار إجابة واحدة فقط هنا.
polls-no-such-choice = هذه الإجابة غير موجودة.
polls-voted-already = لقد صوّتّ من قبل.
polls-own = لا يمكنك التصويت في استطلاعك.
polls-ended = انتهى هذا الاستطلاع.
polls-too-few = يحتاج الاستطلاع إلى { $least } إجابات على الأقل، ولا يجوز أن تكون أي منها فارغة.
polls-too-many = يمكن أن يضم الاستطلاع { $limit } إجابات على الأكثر.
polls-option-too-long = يمكن أن تضم الإجابة { $limit } حرف على الأكثر.
polls-options-alike = هناك إجابتان متطابقتان.
polls-lasts = يدوم الاستطلاع من 5 دقائق إلى 30 يومًا.
polls-add = أضف استطلاعًا
polls-answer = الإجابة { $number }
polls-days = المدة
polls-for-days =
    { $days ->
        [zero] { $days } يوم
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يومًا
       *[other] { $days } يوم
    }
polls-several = يمكن اختيار عدة إجابات
flash-voted = احتُسب صوتك.
polls-hide = إظهار النتيجة للجميع عند النهاية فقط
polls-more-answers = إجابات أخرى
polls-until-time = أو حتى وقت محدد
polls-until-hint = إذا وضعت وقتًا هنا فلن تُحتسب المدة أعلاه. يدوم الاستطلاع حتى 30 يومًا.
polls-change = تغيير صوتي
flash-unvoted = سُحب صوتك. يمكنك الاختيار من جديد.
