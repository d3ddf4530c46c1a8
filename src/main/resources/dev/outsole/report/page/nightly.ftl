<#list page.nightly as night>
<section class="night ${night.status}" aria-labelledby="night">
<h2 id="night">${night.outcome}</h2>
<#list night.uncompared as line>
<p class="uncompared"><strong>Not compared:</strong> ${line}.</p>
</#list>
<#if night.findings?has_content>
<ol>
<#list night.findings as finding>
<li>${finding}</li>
</#list>
</ol>
</#if>
</section>
<section aria-labelledby="trend">
<h2 id="trend">The nights</h2>
<p class="hint">The shaded band goes from the lowest mean that the gate lets pass to the highest; triangles are nights with findings. A pair’s own nights stand with the pair.</p>
<#if night.accepted?has_content>
<ul class="accepted">
<#list night.accepted as line>
<li>${line}</li>
</#list>
</ul>
</#if>
<div class="charts" id="trends"></div>
</section>
</#list>
