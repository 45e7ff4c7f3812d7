### روابط الدعوة وبطاقاتها.

invite-title = الدعوات
invite-text = كل من لديه رابطك أو بطاقتك يستطيع الانضمام. ويمكنك سحبها متى شئت.
invite-fresh = رابطك الجديد
invite-link = رابط الدعوة
invite-copied = نُسخ الرابط
invite-slips = بطاقات للطباعة
invite-new = دعوة جديدة
invite-uses = كم شخصًا
invite-uses-hint = اتركه فارغًا لأي عدد.
invite-uses-hint-member = الأفضل رابط لكل شخص.
invite-days = صالحة لكم يومًا
invite-days-hint = اتركه فارغًا لتكون بلا نهاية.
invite-days-hint-member = حتى 30 يومًا.
invite-note = ملاحظة لك
invite-note-hint = اختياري، مثلًا لمن هي. ولا يراها المدعو.
invite-make = أنشئ دعوة
invite-mine = دعواتك
invite-others = دعوات الآخرين السارية
invite-code = الرمز
invite-used = استُعملت
invite-used-of = { $uses } من { $most }
invite-until = صالحة حتى
invite-for-ever = بلا نهاية
invite-revoke = اسحب
invite-revoke-title = أتريد سحب هذه الدعوة؟
invite-revoke-text = لن يستطيع أحد الانضمام بها. ومن انضموا يبقون.
flash-invite-revoked = سُحبت الدعوة.
invite-unknown = لا توجد دعوة كهذه. تحقق من الرمز أو اطلب دعوة جديدة.
invite-revoked = سُحبت هذه الدعوة. اطلب دعوة جديدة.
invite-expired = انتهت صلاحية هذه الدعوة. اطلب دعوة جديدة.
invite-used-up = استُنفدت هذه الدعوة. اطلب دعوة جديدة.
invite-state-revoked = مسحوبة
invite-state-expired = منتهية
invite-state-used-up = مستنفدة
invite-uses-range = اكتب رقمًا بين 1 و{ $most } من فضلك.
invite-days-range = اكتب رقمًا بين 1 و{ $most } من فضلك.
invite-room =
    { $count ->
        [zero] لا يمكنك دعوة أحد آخر هذا الشهر.
        [one] يمكنك دعوة شخص واحد آخر هذا الشهر.
        [two] يمكنك دعوة شخصين آخرين هذا الشهر.
        [few] يمكنك دعوة { $count } أشخاص آخرين هذا الشهر.
        [many] يمكنك دعوة { $count } شخصًا آخر هذا الشهر.
       *[other] يمكنك دعوة { $count } شخص آخر هذا الشهر.
    }
invite-no-room = استنفدت دعوات هذا الشهر. اسحب دعوة لم تُستعمل أو انتظر قليلًا.
invite-not-yet = لا يمكنك دعوة أحد بعد. يستطيع ذلك الأعضاء الذين يشاركون منذ مدة إن سمح المجتمع، ويستطيعه دائمًا من يديرون هذا المكان.
invite-closed = لا يستطيع أحد الانضمام حاليًا، فلا دعوات أيضًا.
invite-no-admin = لا يوجد بعد مدير يمكن إنشاء دعوة باسمه.
invite-slips-title = بطاقات للتوزيع
invite-slips-text = اطبع هذه الصفحة وقُصّ البطاقات.
invite-slips-count = كم بطاقة
invite-qr = رمز QR للرابط أدناه
invite-slip-text = وجّه كاميرا هاتفك هنا لتنضم إلينا.
invite-slip-until = صالحة حتى { $date }
